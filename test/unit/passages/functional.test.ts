// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are sources to be read
import { describe } from 'vitest';
import { checkNone, checkPassages } from './checkPassages';

describe('Haskell', () => {
  checkNone('haskell', [
    "a = \"-- no {- no -}\"; b = '\"'; c = '\\''; d = '\\x22'",
    'x --> y = x |-- y',
    '{-# LANGUAGE GADTs #-}',
    'a = "gap\\\n   \\-- no"',
  ]);
  checkPassages(
    'Haddock before and behind, nested blocks, primes',
    'haskell',
    "«-- | Adds one\n-- to the number.»\nadd :: Int -> Int\nfoldl' f x' = f' '\"' «-- a strict fold»\n«{- outer {- inner -} still here -}»\n«{-| Closes the file.» -}\n«--- a dashed remark»\n",
    [
      ['doc', 'Adds one to the number.'],
      ['comment', 'a strict fold'],
      ['comment', 'outer {- inner -} still here'],
      ['doc', 'Closes the file.'],
      ['comment', 'a dashed remark'],
    ],
  );
});

describe('Elixir', () => {
  checkNone('elixir', [
    'a = "# no #{f("# no")} # no"; b = \'# no\'; c = ~s(# no); d = ~r/# no/i; e = ~S[# no]',
    'a = ?#; b = ?"; c = ?\\"; d = """\n# no\n"""',
    'a = ~w(a # b)a; b = ~S"""\n# no\n"""',
  ]);
  checkPassages(
    'documentation is what an attribute says',
    'elixir',
    'defmodule A do\n  @moduledoc «"""\n  The module of files.»\n  """\n\n  @doc «~S"""\n  Opens the file.\n  It is not #{closed}.»\n  """\n  def open?(x), do: x «# always true here»\n\n  @doc «"Closes the file.»"\n  @spec close :: 1\n  a = "#{b «# the inner value»\n} # no" «# behind the string»\nend\n',
    [
      ['doc', 'The module of files.'],
      ['doc', 'Opens the file. It is not #{closed}.'],
      ['comment', 'always true here'],
      ['doc', 'Closes the file.'],
      ['comment', 'the inner value'],
      ['comment', 'behind the string'],
    ],
  );
});

describe('Erlang', () => {
  checkNone('erlang', [
    'X = "% no", Y = \'% no\', Z = $%, Q = $", E = $\\".',
    'X = """\n% no "\n""".',
  ]);
  checkPassages(
    'one to three percent signs',
    'erlang',
    '«%%% The module of files.»\n«%% Opens the file,\n%% if it exists.»\nopen() -> ok. «% never fails here»\n',
    [
      ['comment', 'The module of files.'],
      ['comment', 'Opens the file, if it exists.'],
      ['comment', 'never fails here'],
    ],
  );
});

describe('Clojure', () => {
  checkNone('clojure', ['(def a "; no \\" ; no") (def b \\;) (def c \\") (def d #"; no")']);
  checkPassages(
    'one to four semicolons',
    'clojure',
    '«;;;; The space of files.»\n«;; Opens the file,\n;; if it exists.»\n(defn open [] nil) «; never fails here»\n',
    [
      ['comment', 'The space of files.'],
      ['comment', 'Opens the file, if it exists.'],
      ['comment', 'never fails here'],
    ],
  );
});

describe('OCaml and F#', () => {
  for (const language of ['ocaml', 'ocaml.interface', 'fsharp']) {
    checkNone(language, [
      'let a = "(* no *)"',
      "let q = '\"' and e = '\\''",
      'let s = "a\n(* no *)"',
    ]);
    checkPassages(
      `comments nest and hold strings (${language})`,
      language,
      `let f (x : 'a) x' = x' «(* outer (* inner *) still here *)»\n«(* the string "*)" ends nothing, nor does '"' *)»\nlet a = 1 «(* behind the value *)»\n«(* unclosed " quotes end with it *)»\nlet b = 2\n`,
      [
        ['comment', 'outer (* inner *) still here'],
        ['comment', `the string "*)" ends nothing, nor does '"'`],
        ['comment', 'behind the value'],
        ['comment', 'unclosed " quotes end with it'],
      ],
    );
  }
  checkNone('ocaml', ['let a = {|(* no *)|} and b = {x|(* no |} *)|x}']);
  checkPassages(
    'OCaml documentation, empty and drawn comments',
    'ocaml',
    '(**)\n«(** Adds two numbers.» *)\nlet add = ( + )\n(*****************)\n«(* a remark here\n * with stars *)»\n',
    [
      ['doc', 'Adds two numbers.'],
      ['comment', 'a remark here with stars'],
    ],
  );
  checkNone('fsharp', [
    'let a = @"\\"; let b = """// no " (* no"""; let c = $"{f "x"} // no"',
    'let d = $@"a ""// no"" \\"; let e = List.fold (*) 1',
  ]);
  checkPassages(
    'F# has C#’s comments as well',
    'fsharp',
    '«/// <summary>Adds two numbers.</summary>»\nlet add = (*) 1 «// multiplies, in truth»\n',
    [
      ['doc', 'Adds two numbers.'],
      ['comment', 'multiplies, in truth'],
    ],
  );
});
