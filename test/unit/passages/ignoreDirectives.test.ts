import { describe, expect, it } from 'vitest';
import { extractPassages } from '../../../server/src/core/passages/extract';

/** Checks which texts stay, and which the author silenced (directives without text left out). */
function check(
  name: string,
  languageId: string,
  source: string,
  kept: readonly string[],
  hidden: readonly string[],
): void {
  it(name, () => {
    const { passages, silenced } = extractPassages(source, languageId);
    expect(passages.map(({ text }) => text)).toEqual(kept);
    expect(new Set(silenced.map(({ silencedBy }) => silencedBy))).toEqual(
      new Set(silenced.length === 0 ? [] : ['ignore-directive']),
    );
    const texts = silenced.map(({ text }) => text);
    expect(texts.filter((text) => text !== '' && !text.startsWith('text-twin-'))).toEqual(hidden);
  });
}

const LINE: readonly (readonly [string, (text: string) => string])[] = [
  ['typescript', (text) => `// ${text}\n\n`],
  ['typescript', (text) => `/* ${text} */\n`],
  ['java', (text) => `/**\n * ${text}\n */\n`],
  ['python', (text) => `# ${text}\n\n`],
  ['sql', (text) => `-- ${text}\n\n`],
  ['ini', (text) => `; ${text}\n\n`],
  ['lua', (text) => `-- ${text}\n\n`],
  ['haskell', (text) => `{- ${text} -}\n`],
  ['ocaml', (text) => `(* ${text} *)\n`],
  ['perl', (text) => `# ${text}\n\n`],
  ['latex', (text) => `% ${text}\n\n`],
  ['restructuredtext', (text) => `.. ${text}\n\n`],
  ['asciidoc', (text) => `// ${text}\n\n`],
  ['html', (text) => `<!-- ${text} -->\n`],
  ['markdown', (text) => `<!-- ${text} -->\n\n`],
];

describe('ignore directives', () => {
  for (const [language, line] of LINE) {
    const prose = language === 'markdown' ? (text: string) => `${text}\n\n` : line;
    const [a, b, c] = [prose('First remark.'), prose('Second remark.'), prose('Third remark.')];
    const directive = (name: string) => line(`text-twin-ignore-${name}`);
    const form = `${language}: ${JSON.stringify(line('…'))}`;
    check(
      `next, ${form}`,
      language,
      a + directive('next') + b + c,
      ['First remark.', 'Third remark.'],
      ['Second remark.'],
    );
    check(
      `start and end, ${form}`,
      language,
      a + directive('start') + b + directive('end') + c,
      ['First remark.', 'Third remark.'],
      ['Second remark.'],
    );
    check(
      `start without end, ${form}`,
      language,
      a + directive('start') + b + c,
      ['First remark.'],
      ['Second remark.', 'Third remark.'],
    );
    check(
      `file, ${form}`,
      language,
      a + b + directive('file'),
      [],
      ['First remark.', 'Second remark.'],
    );
  }

  check(
    'next in the first line of its own block',
    'go',
    '// text-twin-ignore-next: repeated on purpose\n// First remark.\n\n// Second remark.\n',
    ['Second remark.'],
    [],
  );
  check(
    'prose about directives is no directive',
    'typescript',
    '// Write text-twin-ignore-next above it.\n\n// Second remark.\n',
    ['Write text-twin-ignore-next above it.', 'Second remark.'],
    [],
  );
  check(
    'nor is Markdown that shows one',
    'markdown',
    'Write `text-twin-ignore-file` in a comment.\n\n```\n<!-- text-twin-ignore-file -->\n```\n',
    ['Write text-twin-ignore-file in a comment.'],
    [],
  );
  check(
    'a directive with another name',
    'c',
    '// text-twin-ignore-nextly\n\n// Remark.\n',
    ['text-twin-ignore-nextly', 'Remark.'],
    [],
  );
});
