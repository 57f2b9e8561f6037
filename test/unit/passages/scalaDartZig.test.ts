// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are sources to be read
import { describe } from 'vitest';
import { checkNone, checkPassages } from './checkPassages';

describe('Scala', () => {
  checkNone('scala', [
    'val a = "// no"; val b = """// no " /* no */""""; val c = s"${f("// no")} // no"',
    "val q = '\"'; val s = '\\''; val u = '\\u0022'",
  ]);
  checkPassages(
    'symbols and types are no characters, blocks nest',
    'scala',
    "val s = 'symbol «// names the thing»\ntype F = A => B «/* outer /* inner */ still here */»\n«/** Adds two numbers.»\n  * @param a the first\n  */\ndef add(a: Int)\n",
    [
      ['comment', 'names the thing'],
      ['comment', 'outer /* inner */ still here'],
      ['doc', 'Adds two numbers.'],
    ],
  );
});

describe('Dart', () => {
  checkNone('dart', [
    "var a = '// no'; var b = r'\\'; var c = '${f('// no')} // no';",
    'var d = """\n// no " /* no */\n"""; var e = r"""// no \\""";',
  ]);
  checkPassages(
    'documentation, nested blocks, comments in holes',
    'dart',
    "«/// Opens the file.»\nvoid open() {}\n«/* outer /* inner */ still here */»\nvar a = '${b «/* the inner value */»}'; «// behind the string»\n",
    [
      ['doc', 'Opens the file.'],
      ['comment', 'outer /* inner */ still here'],
      ['comment', 'the inner value'],
      ['comment', 'behind the string'],
    ],
  );
});

describe('Zig', () => {
  checkNone('zig', [
    "const a = \"// no\"; const b = '\"'; const c = '\\'';",
    'const d =\n    \\\\ // no "\n    \\\\ /// no\n;',
  ]);
  checkPassages(
    'lines alone, three kinds of them',
    'zig',
    '«//! The module of files.»\n\n«/// Opens the file.»\nfn open() void {} «// never fails here»\nconst x = a /* b */;\n',
    [
      ['doc', 'The module of files.'],
      ['doc', 'Opens the file.'],
      ['comment', 'never fails here'],
    ],
  );
});
