import { describe, expect, it } from 'vitest';
import { ALL_FILTERS, disabledFilters } from '../../../server/src/core/filters/allFilters';
import { NOTE_RULES } from '../../../server/src/core/filters/groups/notes';
import { type Files, filterFiles } from './checkGroupFilter';

const STEP = 'Put the letter into the box by the door before noon.';
const SAME = 'Put the letter into the box by the door before noon, or it leaves tomorrow.';
const NEAR = 'Put every letter into the box by the door before noon, or it leaves tomorrow.';
const LONG = `${SAME} The postman has no key, so that a letter in the hall stays there.`;
/** Lines of code, each unlike the others. */
const code = (first: number, count: number) =>
  Array.from({ length: count }, (_, i) => `  carry(letter${first + i});\n`).join('');
const step = (text: string, lines = '') => `{\n  // ${text}\n${lines}}\n`;
const doc = (text: string, name: string) => `/** ${text} */\nfunction ${name}() {}\n\n`;
const pair = (a: string, b: string): Files => ({ 'a.ts': a, 'b.ts': b });
const one = (...parts: readonly string[]): Files => ({ 'a.ts': parts.join('') });
const page = (text: string) => `# Post\n\n${text}\n`;

/** The rule that makes a note of all passages, where no filter takes any away. */
const noteOf = (files: Files, off: Iterable<string>) =>
  filterFiles(files, [...FILTERS, ...off]).note;

const RULES = NOTE_RULES.map(({ name }) => name);
const FILTERS = ALL_FILTERS.map(({ name }) => name).filter((name) => !RULES.includes(name));

const CASES: Readonly<
  Record<
    string,
    readonly [notes: Readonly<Record<string, Files>>, warnings: Readonly<Record<string, Files>>]
  >
> = {
  'past-version': [
    {
      'a folder of a version': { 'post/v1/send.ts': step(SAME), 'post/core/_send.ts': step(SAME) },
      'two versions': { 'v1/send.ts': step(SAME), 'v2/post/send.ts': step(SAME) },
      'a folder for what is deprecated': {
        'post/deprecated/send.ts': step(SAME),
        'post/send.ts': step(SAME),
      },
    },
    {
      'one version': { 'post/v1/a/send.ts': step(SAME), 'post/v1/b/send.ts': step(SAME) },
      'another file': { 'post/v1/send.ts': step(SAME), 'post/core/mail.ts': step(SAME) },
      'a file of that name': { 'post/a/legacy.ts': step(SAME), 'post/b/legacy.ts': step(SAME) },
    },
  ],
  'listed-option': [
    {
      'an option and its field': {
        'a.md': page(`- \`noon\`: ${SAME}`),
        'b.ts': `interface Post {\n  /** ${SAME} */\n  noon: boolean;\n}\n`,
      },
    },
    {
      explanations: {
        'a.md': page(`- \`noon\`: ${LONG}`),
        'b.ts': `interface Post {\n  /** ${LONG} */\n  noon: boolean;\n}\n`,
      },
      'a page and a comment': { 'a.md': page(SAME), 'b.ts': step(SAME) },
    },
  ],
  'documented-declarations': [
    {
      'two files': pair(doc(SAME, 'send'), doc(SAME, 'mail')),
      'nearly equal': pair(doc(SAME, 'send'), doc(NEAR, 'mail')),
      'comments of C': {
        'a.c': `/* ${SAME} */\nint send(int a) {\n}\n`,
        'b.c': `/* ${SAME} */\nint mail(int a) {\n}\n`,
      },
    },
    {
      'two languages': { 'a.ts': doc(SAME, 'send'), 'b.js': doc(SAME, 'mail') },
      'a comment': pair(doc(SAME, 'send'), step(SAME)),
      'comments at one name': pair(
        `// ${SAME}\nfunction send() {}\n`,
        `// ${SAME}\nfunction send() {}\n`,
      ),
    },
  ],
  'few-words': [
    {
      'two files': pair(step(STEP, code(1, 5)), step(STEP, code(1, 5))),
      'other code in one file': one(step(STEP, code(1, 3)), step(STEP, code(9, 3))),
      pages: { 'a.md': page(STEP), 'b.md': page(STEP) },
    },
    {
      'copied code in one file': one(step(STEP, code(1, 3)), step(STEP, code(1, 3))),
      'more words': pair(step(SAME), step(SAME)),
      'nearly equal': pair(step(STEP), step(STEP.replace('the letter', 'each letter'))),
    },
  ],
  idiom: [
    {
      'a line in common': pair(step(SAME, code(1, 3)), step(SAME, code(3, 3))),
      two: pair(step(SAME, code(1, 4)), step(SAME, code(3, 4))),
    },
    {
      'copied code': pair(step(SAME, code(1, 3)), step(SAME, code(1, 3))),
      'other code': pair(step(SAME, code(1, 3)), step(SAME, code(9, 3))),
      'one file': one(step(SAME, code(1, 3)), step(SAME, code(3, 3))),
      explanations: pair(step(LONG, code(1, 3)), step(LONG, code(3, 3))),
    },
  ],
  'near-neighbours': [
    { 'one file': one(step(SAME, code(1, 3)), step(NEAR, code(1, 3))) },
    {
      'equal comments': one(step(SAME), step(SAME)),
      'two files': pair(step(SAME), step(NEAR)),
    },
  ],
  'near-prose': [
    {
      'two pages': { 'a.md': page(SAME), 'b.md': page(NEAR) },
      'one page': { 'a.md': page(`${SAME}\n\n${NEAR}`) },
    },
    {
      'equal pages': { 'a.md': page(SAME), 'b.md': page(SAME) },
      'a page and a note': { 'a.md': page(SAME), 'b.txt': `${NEAR}\n` },
      'a page and a comment': { 'a.md': page(SAME), 'b.ts': step(NEAR) },
    },
  ],
  'same-page': [
    { 'equal paragraphs': { 'a.md': page(`${SAME}\n\n## More\n\n${SAME}`) } },
    { 'two pages': { 'a.md': page(SAME), 'b.md': page(SAME) } },
  ],
  'near-texts': [
    {
      'two files': pair(step(SAME), step(NEAR)),
      'a page and a comment': { 'a.md': page(SAME), 'b.ts': step(NEAR) },
    },
    { 'equal texts': pair(step(SAME), step(SAME)) },
  ],
};

it('has cases for each rule', () => {
  expect(Object.keys(CASES)).toEqual(RULES);
});

describe.each(Object.entries(CASES))('%s', (rule, [notes, warnings]) => {
  const others = RULES.filter((name) => name !== rule);
  it.each(Object.entries(notes))('makes a note of %s', (_, files) => {
    expect(noteOf(files, others)).toBe(rule);
    expect(noteOf(files, RULES)).toBeUndefined();
    expect(noteOf(files, disabledFilters('loose'))).toBeUndefined();
  });
  it.each(Object.entries(warnings))('leaves as a warning %s', (_, files) => {
    const { found, kept, note } = filterFiles(files, [...FILTERS, ...others]);
    expect({ kept, note }).toEqual({ kept: found, note: undefined });
    expect(found).toBeGreaterThan(1);
  });
});

it('warns of copies of comments in source code, and of light edits in two files', () => {
  const off = [...FILTERS, ...disabledFilters('balanced')];
  for (const files of [
    pair(step(SAME, code(1, 5)), step(SAME, code(1, 5))),
    pair(step(SAME, code(1, 5)), step(SAME, code(11, 5))),
    pair(step(SAME), step(NEAR)),
    one(step(SAME, code(1, 5)), step(SAME, code(11, 5))),
  ]) {
    expect(noteOf(files, off)).toBeUndefined();
  }
});
