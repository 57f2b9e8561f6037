// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are sources to be read
import { describe } from 'vitest';
import { checkNone, checkPassages } from './checkPassages';

const C_FAMILY = 'java kotlin c cpp csharp go rust php swift scss less'.split(' ');

describe('C-like comments', () => {
  for (const language of C_FAMILY) {
    checkPassages(
      `line, block and documentation (${language})`,
      language,
      `${language === 'php' ? '<?php ' : ''}a; «// a line remark»\n«/* a block\n * remark */» «/** A documented thing.» */\n`,
      [
        ['comment', 'a line remark'],
        ['comment', 'a block remark'],
        ['doc', 'A documented thing.'],
      ],
    );
  }
});

describe('C and C++', () => {
  checkNone('cpp', [
    'x = R"(// no " )"; y = u8R"x( /* no */ )" )x";',
    "c = '\"'; d = '//'; n = 1'000'000; e = u8'\"';",
    '#include <a//b.h>\n#include <sys/*.h>',
    's = "a\\\n// no";',
  ]);
  checkPassages(
    'a backslash takes the next line in',
    'c',
    'x; «// goes on \\\n   here as well»\n«/*! Doxygen block.» */\n«//! Doxygen line.»\n',
    [
      ['comment', 'goes on \\ here as well'],
      ['doc', 'Doxygen block.'],
      ['doc', 'Doxygen line.'],
    ],
  );
  checkPassages(
    'digit separators do not open characters',
    'cpp',
    "int n = 1'000; «// a thousand items»\nint h = 0xFF'FF; «// two bytes here»\n",
    [
      ['comment', 'a thousand items'],
      ['comment', 'two bytes here'],
    ],
  );
  checkPassages(
    'Doxygen commands',
    'cpp',
    '«/**\n * \\brief Opens the file \\p name.»\n * \\param name path of the file\n */',
    [['doc', 'Opens the file name.']],
  );
});

describe('C#', () => {
  checkNone('csharp', [
    'x = @"C:\\"; y = @"a ""// no"""; z = $@"{a}// no ""q""";',
    'x = """ // no " """; y = $$"""{{a}} // no""";',
    'x = $"{a + "// no"} {{ // no";',
    "#region Don't // no",
  ]);
  checkPassages(
    'XML documentation',
    'csharp',
    '«/// <summary>\n/// Gets the <see cref="T:A.User"/> by <paramref name="id"/>.»\n/// </summary>\n/// <param name="id">The identifier.</param>\n/// <returns>The user.</returns>\nUser Get(int id);\n',
    [['doc', 'Gets the A.User by id.']],
  );
  checkPassages(
    'a comment in a hole of a string',
    'csharp',
    'x = $"{f(a «/* the argument */»)} // no"; «// behind the string»',
    [
      ['comment', 'the argument'],
      ['comment', 'behind the string'],
    ],
  );
});

describe('Java, Kotlin, Go', () => {
  checkNone('java', ['x = """\n  // no " /* no */\n  """;', "c = '\"'; d = '\\'';"]);
  checkNone('kotlin', ['x = """// no ${a + "// no"} """"', 'x = "${f("// no")} // no"']);
  checkNone('go', ['x := `// no\n/* no */`', "r := '\"'; s := '\\''"]);
  checkPassages(
    'Kotlin nests blocks',
    'kotlin',
    '«/* outer /* inner */ still a comment */» val x = 1 «// after the block»\n',
    [
      ['comment', 'outer /* inner */ still a comment'],
      ['comment', 'after the block'],
    ],
  );
  checkPassages(
    'Go documents with plain comments above declarations',
    'go',
    '«// Package a does things.»\npackage a\n\n«// Add adds numbers.\n// It never fails.»\nfunc Add() {}\n\n«// not above anything»\n\nfunc B() {\n  «// inside the body»\n  x()\n}\n',
    [
      ['doc', 'Package a does things.'],
      ['doc', 'Add adds numbers. It never fails.'],
      ['comment', 'not above anything'],
      ['comment', 'inside the body'],
    ],
  );
  checkPassages(
    'Javadoc markup',
    'java',
    '«/**\n * Returns a {@code Map<K, V>}.\n * <p>Never <b>null</b> &amp; never empty, see <a href="x">here</a>.»\n */',
    [['doc', 'Returns a Map<K, V>. Never null & never empty, see here.']],
  );
});

describe('Rust and Swift', () => {
  checkNone('rust', [
    'let s = r#"// no "quoted" /* no */"#; let b = br##"// no "# "##;',
    "let c = '\"'; let d = '\\''; let e = '\\u{1F600}'; let q = '/';",
    'let s = "line\n// no";',
  ]);
  checkPassages(
    'lifetimes are no characters, blocks nest',
    'rust',
    "fn f<'a>(x: &'a str) -> &'a str { x } «// borrows the text»\n«/* one /* two */ three */»\n«//! Crate documentation.»\n«/// Adds [`Foo`] up.»\n///\n/// # Panics\n/// Never.\n",
    [
      ['comment', 'borrows the text'],
      ['comment', 'one /* two */ three'],
      ['doc', 'Crate documentation.'],
      ['doc', 'Adds Foo up.'],
    ],
  );
  checkNone('swift', [
    'let s = "\\(f("// no")) // no"',
    'let s = #"// no " \\#(a) // no"#',
    'let s = """\n// no "\n"""',
  ]);
  checkPassages(
    'Swift documentation',
    'swift',
    '#if DEBUG\n«/// Adds the numbers.»\n///\n/// - Parameter a: the first\n/// - Returns: the sum\nfunc add() {}\n«/* a /* nested */ block */»',
    [
      ['doc', 'Adds the numbers.'],
      ['comment', 'a /* nested */ block'],
    ],
  );
});
