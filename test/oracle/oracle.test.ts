// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are sources to be read
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareComments } from './agreement';
import { Oracle } from './oracle';
import { compareFile } from './repository';

/** A comment here, a string that looks like one there, by language id; those of the grammars that load fast. */
const SOURCES: Readonly<Record<string, string>> = {
  css: 'a { b: "/* no */"; } /* one */\n',
  go: 'package a // one\nvar s = `// no`\n',
  html: '<p title="a">b</p><!-- one -->\n',
  java: 'class A { String s = "// no"; } // one\n',
  javascript: 'const s = `// no ${/* one */ 1}`; // two\n',
  lua: '--[[ one ]] local s = "-- no" -- two\n',
  python: '"""One."""\ns = f"# no {1}"  # two\n',
  toml: 's = "# no" # one\n',
};

describe('our comments and those of tree-sitter', () => {
  let oracle: Oracle;
  beforeAll(async () => {
    oracle = await Oracle.create(path.join(__dirname, '..', '..'));
  });

  it.each(Object.entries(SOURCES))('agree in %s', async (languageId, source) => {
    const file = await compareFile('a', source, languageId, oracle);
    expect(file?.failed).toBe(false);
    expect(file?.notes).toEqual([]);
    expect(file?.agreement.both).toBeGreaterThan(0);
  });

  it('says where it did not understand', async () => {
    const file = await compareFile('a', 'class { ) // one\n', 'java', oracle);
    expect(file?.failed).toBe(true);
  });
});

describe('agreement', () => {
  const source = 'a /* é */ b // c\n';

  it('counts bytes without white space, and names who is alone', () => {
    const { both, union, disagreements } = compareComments(
      source,
      [{ start: 2, end: 9 }],
      [
        { start: 2, end: 9 },
        { start: 12, end: 16 },
      ],
      [],
    );
    expect({ both, union }).toEqual({ both: 6, union: 9 });
    expect(disagreements).toEqual([{ start: 12, end: 16, side: 'oracle' }]);
  });

  it('judges nobody where the oracle does not look', () => {
    const { union, unseen } = compareComments(
      source,
      [{ start: 12, end: 16 }],
      [],
      [{ start: 10, end: 16 }],
    );
    expect({ union, unseen }).toEqual({ union: 0, unseen: 3 });
  });
});
