// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are sources to be read
import { describe } from 'vitest';
import { checkNone, checkPassages } from './checkPassages';

describe('joining comments', () => {
  const language = 'typescript';
  checkPassages(
    'adjacent lines are one passage, a blank comment line splits nothing',
    language,
    'let a;\n«// Reads the first page.\n//\n// Then the second page.»\nlet b;\n',
    [['comment', 'Reads the first page. Then the second page.']],
  );
  checkPassages(
    'a blank line, another column and another marker split',
    language,
    '«// The first remark here.»\n\n«// The second remark here.»\n  «// Deeper remark here.»\n  «/// Documented remark here.»\n',
    [
      ['comment', 'The first remark here.'],
      ['comment', 'The second remark here.'],
      ['comment', 'Deeper remark here.'],
      ['doc', 'Documented remark here.'],
    ],
  );
  checkPassages(
    'a trailing comment stands alone, unless the next line aligns with it',
    language,
    'a(); «// explains the call»\nb(); «// explains the other\n     // in two lines»\n«// on its own line»\n',
    [
      ['comment', 'explains the call'],
      ['comment', 'explains the other in two lines'],
      ['comment', 'on its own line'],
    ],
  );
  checkPassages(
    'trailing comments on consecutive lines do not join',
    language,
    'aa(); «// first call here»\nbb(); «// second call here»\n',
    [
      ['comment', 'first call here'],
      ['comment', 'second call here'],
    ],
  );
  checkPassages(
    'a directive line keeps to itself',
    language,
    '«// We need the console here.»\n// eslint-disable-next-line no-console\n«// Really, we do need it.»\n',
    [
      ['comment', 'We need the console here.'],
      ['comment', 'Really, we do need it.'],
    ],
  );
  checkPassages(
    'blocks end with their delimiter; trailing blanks are left out',
    language,
    'x = «/* the value of x */» 1;\n«// blanks at the end»   \n«/* it was never closed»',
    [
      ['comment', 'the value of x'],
      ['comment', 'blanks at the end'],
      ['comment', 'it was never closed'],
    ],
  );
  checkPassages(
    'a delimiter that closes on a line of its own is left out, with the rules above it',
    language,
    '«/*\n * Counts the parcels\n * of a day.»\n */\n«/*  Counts them\n    again.»\n    -----\n*/\nx;\n«/* Counts them\n   twice. */»\n',
    [
      ['comment', 'Counts the parcels of a day.'],
      ['comment', 'Counts them again.'],
      ['comment', 'Counts them twice.'],
    ],
  );
});

describe('strings, templates and regular expressions', () => {
  checkNone('javascript', [
    `a = "// no"; b = '/* no */'; c = "\\"// no";`,
    'a = `// no ${b + `/* no */ ${"// no"}`} // no`;',
    'const re = /[/*]"\'`/; const other = /\\/\\/ no/;',
    'if (x) /["\'`]/.test(y);',
    'return /\\/* no/g;',
    'x = a / b; y = "http://x.y" / 2;',
    'const o = { a: /`/ }; const p = [/"/, /\'/];',
    'a = b ? /"/ : /\'/;',
    '#!/usr/bin/env node // no',
    'x = y++ / 2; s = "// no";',
  ]);
  checkPassages(
    'a division is no regular expression',
    'javascript',
    'x = a / b; «// a quotient, not a regex»\ny = a[0] / 2 / c; «// nor are two»\n',
    [
      ['comment', 'a quotient, not a regex'],
      ['comment', 'nor are two'],
    ],
  );
  checkPassages(
    'a comment in a template hole, however deep',
    'javascript',
    'x = `// no ${f({ a: `${ b «/* the inner value */» } // no` })} // no`; «// after the template»',
    [
      ['comment', 'the inner value'],
      ['comment', 'after the template'],
    ],
  );
  checkPassages(
    'slashes after parentheses and braces',
    'typescript',
    'while (x) /"/.exec(y); «// after a statement»\nz = (a + b) / c; «// after a group»\n',
    [
      ['comment', 'after a statement'],
      ['comment', 'after a group'],
    ],
  );
  checkPassages(
    'a comment before a regular expression',
    'javascript',
    'f(«/* the pattern to try */» /["]/, 1); «// the call is over»',
    [
      ['comment', 'the pattern to try'],
      ['comment', 'the call is over'],
    ],
  );
});

describe('markup in expressions', () => {
  checkNone('javascriptreact', [
    'a = <p>// not a comment</p>;',
    'a = <p>See http://a.b/c and /* this */ too</p>;',
    'a = <a href="http://a.b">it\'s {"// no"} here</a>;',
    'const F = () => <><b/>// no</>;',
    'return <Menu.Item x={<i>// no</i>}>// no<br />// no</Menu.Item>;',
    "return (<p>don't // no</p>);",
  ]);
  for (const language of ['javascriptreact', 'typescriptreact', 'javascript']) {
    checkPassages(
      `comments in holes and tags (${language})`,
      language,
      "const a = <p>// no {«/* a comment in a hole */»} <b «/* among the attributes */» c>it's</b></p>; «// behind the markup»",
      [
        ['comment', 'a comment in a hole'],
        ['comment', 'among the attributes'],
        ['comment', 'behind the markup'],
      ],
    );
  }
  checkPassages(
    'comparisons, generics and type parameters are no markup',
    'typescriptreact',
    [
      'if (a < b && c > d) «// compares two pairs»',
      'const f = <T,>(x: T) => x; «// a generic function»',
      'type F = <T>(x: T) => void; «// a generic type»',
      'const m = new Map<string, Array<number>>(); «// a generic class»',
      'const g = <T extends object>(x: T) => x; «// with a bound»',
    ].join('\n'),
    [
      ['comment', 'compares two pairs'],
      ['comment', 'a generic function'],
      ['comment', 'a generic type'],
      ['comment', 'a generic class'],
      ['comment', 'with a bound'],
    ],
  );
  checkPassages(
    'an element that is never closed ends with its tag',
    'typescriptreact',
    'const a = <p>;\n«// still a comment here»\n',
    [['comment', 'still a comment here']],
  );
  checkPassages(
    'type assertions in plain TypeScript',
    'typescript',
    'const a = <string>b; «// asserts the type»\n',
    [['comment', 'asserts the type']],
  );
});

describe('documentation', () => {
  checkPassages(
    'a block with tags shows its description',
    'typescript',
    '«/**\n * Finds the user, or `null`.\n *\n * See {@link Users.all} or {@link Users|the list}.»\n * @param id the identifier\n * @returns the user\n */\nfind(id);\n  «/** Short one.» */ a;\n',
    [
      ['doc', 'Finds the user, or null. See Users.all or the list.'],
      ['doc', 'Short one.'],
    ],
  );
  checkPassages(
    'examples in fences and banners are no prose',
    'typescript',
    '«/**\n * ------ Parsing ------\n * Parses the text.\n * ```ts\n * parse("x"); // no\n * ```\n * Never fails.»\n */\n«/***** A banner with words *****/»',
    [
      ['doc', 'Parsing Parses the text. Never fails.'],
      ['comment', 'A banner with words'],
    ],
  );
  checkPassages(
    'astral characters count two',
    'typescript',
    'const s = "😀"; «// smiles 😀 at you»\n«/** 𝒳 is the set.» */',
    [
      ['comment', 'smiles 😀 at you'],
      ['doc', '𝒳 is the set.'],
    ],
  );
});
