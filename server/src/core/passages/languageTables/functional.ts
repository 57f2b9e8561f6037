import { clojure } from '../dialects/clojure';
import { elixir } from '../dialects/elixir';
import { erlang } from '../dialects/erlang';
import { haskell } from '../dialects/haskell';
import { fsharp, ocaml } from '../dialects/ocaml';
import type { Language } from '../languageTable';
import { code } from './code';

/** Functional languages. */
export const FUNCTIONAL: readonly Language[] = [
  { id: 'haskell', extensions: ['.hs', '.hs-boot', '.hsig'], dialect: code(haskell) },
  { id: 'elixir', extensions: ['.ex', '.exs'], dialect: code(elixir) },
  {
    id: 'erlang',
    extensions: ['.erl', '.hrl', '.escript'],
    names: ['rebar.config', 'sys.config'],
    dialect: code(erlang),
  },
  {
    id: 'clojure',
    extensions: ['.clj', '.cljs', '.cljc', '.cljx', '.edn', '.bb'],
    dialect: code(clojure),
  },
  { id: 'ocaml', extensions: ['.ml'], dialect: code(ocaml) },
  { id: 'ocaml.interface', extensions: ['.mli'], dialect: code(ocaml) },
  { id: 'fsharp', extensions: ['.fs', '.fsi', '.fsx', '.fsscript'], dialect: code(fsharp) },
];
