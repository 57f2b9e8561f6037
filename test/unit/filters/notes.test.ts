import { describe, expect, it } from 'vitest';
import { ALL_FILTERS, disabledFilters } from '../../../server/src/core/filters/allFilters';
import { NOTE_RULES } from '../../../server/src/core/filters/groups/notes';
import { type Files, filterFiles } from './checkGroupFilter';

const STEP = 'Put the letter into the box by the door before noon.';
const SAME = 'Put the letter into the box by the door before noon, or it leaves tomorrow.';
const NEAR = 'Put every letter into the box by the door before noon, or it leaves tomorrow.';
const LONG = `${SAME} The postman has no key, so that a letter in the hall stays there.`;
const LONGER = `${LONG} It is gone when the cat finds it, and nobody knows who wrote it.`;
const FORM = ['Purpose', 'Synopsis', 'Return value', 'See also'];
/** Lines of code, each unlike the others. */
const code = (first: number, count: number) =>
  Array.from({ length: count }, (_, i) => `  carry(letter${first + i});\n`).join('');
const step = (text: string, lines = '') => `{\n  // ${text}\n${lines}}\n`;
const doc = (text: string, name: string) => `/** ${text} */\nfunction ${name}() {}\n\n`;
/** Lines between two places that are not seen together. */
const FAR = '\n'.repeat(60);
const pair = (a: string, b: string): Files => ({ 'a.ts': a, 'b.ts': b });
const one = (...parts: readonly string[]): Files => ({ 'a.ts': parts.join('') });
const page = (text: string) => `# Post\n\n${text}\n`;

const form = (title: string) =>
  `# ${title}\n\n${FORM.map((name) => `## ${name}\n\n`).join('')}${SAME}\n`;
const underlined = (title: string) =>
  `${[title, ...FORM].map((name) => `${name}\n========\n\n`).join('')}${SAME}\n`;
const fenced = (title: string) =>
  `# ${title}\n\n\`\`\`\n${FORM.map((name) => `# ${name}\n`).join('')}\`\`\`\n\n${SAME}\n`;

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
      'a version that is not ready': {
        'api/v1alpha4/send.go': step(SAME),
        'internal/api/send.go': step(SAME),
      },
      'two versions': { 'v1/send.ts': step(SAME), 'v2/post/send.ts': step(SAME) },
      'a folder for what was replaced': {
        'post/_legacy_post/a.ts': step(SAME),
        'post/send.ts': step(SAME),
      },
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
  translated: [
    {
      'two pages of one language': { 'docs/ja/a.md': page(SAME), 'docs/ja/b.md': page(SAME) },
      'pages of two languages': { 'docs/ja/a.md': page(SAME), 'docs/zh-hans/b.md': page(SAME) },
    },
    {
      'English pages': { 'docs/en/a.md': page(LONG), 'docs/en-us/b.md': page(LONG) },
      'a page of each': { 'docs/en/a.md': page(LONG), 'docs/ja/b.md': page(LONG) },
      comments: { 'src/ja/a.ts': step(SAME), 'src/ja/b.ts': step(SAME) },
    },
  ],
  'one-form': [
    {
      'two pages': { 'docs/send.md': form('Send'), 'docs/burn.md': form('Burn') },
      'a page and one below it': { 'docs/send.md': form('Send'), 'docs/a/burn.md': form('Burn') },
      'underlined headings': {
        'docs/send.rst': underlined('Send'),
        'docs/burn.rst': underlined('Burn'),
      },
    },
    {
      'a copied page': { 'docs/send.md': form('Send'), 'docs/a/send.md': form('Send') },
      'pages of two folders': { 'docs/a/send.md': form('Send'), 'docs/b/burn.md': form('Burn') },
      'pages with other headings as well': {
        'docs/send.md': form('Send'),
        'docs/burn.md': `${form('Burn')}\n## a\n\n## b\n\n## c\n\n## d\n`,
      },
      'headings in code': {
        'docs/send.md': fenced('Send'),
        'docs/burn.md': fenced('Burn'),
      },
      'pages with few headings': { 'docs/send.md': page(SAME), 'docs/burn.md': page(SAME) },
    },
  ],
  'header-and-source': [
    {
      'a remark of both': { 'post.h': step(SAME), 'src/post.cpp': step(SAME) },
      'a declaration and its definition': {
        'post.h': `// ${SAME}\nint send(int a);\n`,
        'mail.cpp': `// ${SAME}\nint send(int a) {\n}\n`,
      },
      'a header and its bodies': { 'post.h': step(SAME), 'post-inl.h': step(SAME) },
      'a file and its types': { 'post.d.ts': step(SAME), 'post.js': step(SAME) },
      'a schema and what is made of it': {
        'api/post.proto': step(SAME),
        'client/mail.ts': step(SAME),
      },
      'types of a whole package': { 'types/all.d.ts': step(SAME), 'lib/mail.js': step(SAME) },
    },
    {
      'a header and another source': { 'post.h': step(SAME), 'mail.cpp': step(SAME) },
      'two sources': { 'a/post.c': step(SAME), 'b/post.cpp': step(SAME) },
      'types alone': { 'a/post.d.ts': step(SAME), 'b/mail.d.ts': step(SAME) },
    },
  ],
  packages: [
    {
      two: { 'post/src/send.rs': step(SAME), 'mail/src/burn.rs': step(SAME) },
      'one and that of the repository': { 'src/send.rs': step(SAME), 'mail/src/a.rs': step(SAME) },
    },
    {
      one: { 'post/src/send.rs': step(SAME), 'post/src/burn.rs': step(SAME) },
      'three places in two': {
        'post/src/send.rs': step(SAME),
        'mail/src/a.rs': step(SAME),
        'mail/src/b.rs': step(SAME),
      },
      folders: { 'post/send.rs': step(SAME), 'mail/burn.rs': step(SAME) },
      pages: { 'post/src/a.md': page(SAME), 'mail/src/b.md': page(SAME) },
    },
  ],
  'example-code': [
    {
      'one example': { 'examples/a.ts': `${step(SAME)}\n${step(SAME)}` },
      'a folder that is named like one': {
        'PostExample/a.ts': step(SAME),
        'PostExample/post/b.ts': step(SAME),
      },
      'an example and a page': { 'examples/a.ts': step(SAME), 'docs/b.md': page(SAME) },
      'a demonstration': { 'post_demo.ts': `${step(SAME)}\n${step(SAME)}` },
    },
    {
      'an example and the source': { 'examples/a.ts': step(SAME), 'src/b.ts': step(SAME) },
      pages: { 'docs/a.md': page(SAME), 'docs/b.md': page(SAME) },
      'a playground': { 'playground/a.ts': step(SAME), 'playground/b.ts': step(SAME) },
      'what is named nearly like one': { 'democracy.ts': `${step(SAME)}\n${step(SAME)}` },
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
  bindings: [
    {
      'a field of a header and what reads it': {
        'post.h': `struct Post {\n  // ${SAME}\n  int letters = 0;\n};\n`,
        'java/Post.java': `/** ${SAME} */\nint letters() {}\n`,
      },
      'one file in two languages': { 'a/Post.java': step(SAME), 'b/Post.kt': step(SAME) },
    },
    {
      'members of two files': {
        'post.go': `// ${SAME}\nfunc MaxLetters() {}\n`,
        'mail.py': `def max_letters():\n    """${SAME}"""\n`,
      },
      'a remark in another language': {
        'post.c': step(SAME),
        'java/Mail.java': `/** ${SAME} */\nvoid send() {}\n`,
      },
      'remarks in two languages': { 'post.c': step(SAME), 'Mail.java': step(SAME) },
      'one folder': { 'a/Post.java': step(SAME), 'a/Post.kt': step(SAME) },
      'one program': { 'post.js': step(SAME), 'post.ts': step(SAME) },
    },
  ],
  'documented-declarations': [
    {
      'two files': pair(doc(SAME, 'send'), doc(SAME, 'mail')),
      'nearly equal': pair(doc(SAME, 'send'), doc(NEAR, 'mail')),
      'constants of Go': {
        'a/post.go': `const (\n\t// Noon ${SAME.toLowerCase()}\n\tNoon = 12\n)\n`,
        'b/post.go': `const (\n\t// Noon ${SAME.toLowerCase()}\n\tNoon = 12\n)\n`,
      },
      'comments of C': {
        'a.c': `/* ${SAME} */\nint send(int a) {\n}\n`,
        'b.c': `/* ${SAME} */\nint mail(int a) {\n}\n`,
      },
    },
    {
      'two languages': { 'a.ts': doc(SAME, 'send'), 'b.js': doc(SAME, 'mail') },
      'a comment': pair(doc(SAME, 'send'), step(SAME)),
      'steps of Go': {
        'a/post.go': `func a() {\n\t// ${SAME}\n\tPost(noon)\n}\n`,
        'b/post.go': `func b() {\n\t// ${SAME}\n\tPost(noon)\n}\n`,
      },
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
      'a sentence of two pages': { 'a.md': page(SAME), 'b.md': page(SAME) },
      'nearly equal, above code': pair(
        step(STEP, code(1, 3)),
        step(STEP.replace('by the door', 'at the door'), code(9, 3)),
      ),
    },
    {
      'a paragraph of two pages': { 'a.md': page(LONG), 'b.md': page(LONG) },
      'nearly equal, above no code': pair(
        `// ${STEP}\n`,
        `// ${STEP.replace('by the door', 'at the door')}\n`,
      ),
      'copied code, nearly equal': pair(
        step(STEP, code(1, 3)),
        step(STEP.replace('by the door', 'at the door'), code(1, 3)),
      ),
      'copied code in one file': one(step(STEP, code(1, 3)), step(STEP, code(1, 3))),
      'more words': pair(step(SAME), step(SAME)),
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
      explanations: pair(step(LONGER, code(1, 3)), step(LONGER, code(3, 3))),
    },
  ],
  'far-apart': [
    { 'code of another kind': one(step(SAME, code(1, 3)), FAR, step(SAME, code(9, 3))) },
    {
      'seen together': one(step(SAME, code(1, 3)), step(SAME, code(9, 3))),
      'copied code': one(step(SAME, code(1, 3)), FAR, step(SAME, code(1, 3))),
      explanations: one(step(LONGER, code(1, 3)), FAR, step(LONGER, code(9, 3))),
      'two files': pair(step(SAME, code(1, 3)), step(SAME, code(9, 3))),
    },
  ],
  'test-remark': [
    {
      'unit tests within the file': {
        'post.rs': `#[cfg(test)]\nmod tests {\n${step(SAME, code(1, 3))}}\n`,
        'mail.rs': `#[cfg(all(test, unix))]\n#[allow(\n    unused,\n)]\nmod tests {\n${step(SAME, code(1, 3))}}\n`,
      },
      'copied code': {
        'post.test.ts': step(SAME, code(1, 3)),
        'tests/a.ts': step(SAME, code(1, 3)),
      },
    },
    {
      'code of another kind': {
        'post.test.ts': step(SAME, code(1, 3)),
        'mail.test.ts': step(SAME, code(9, 3)),
      },
      explanations: {
        'a.test.ts': step(LONG, code(1, 3)),
        'b.test.ts': step(LONG, code(9, 3)),
      },
      'a test and what it tests': {
        'a.test.ts': step(SAME, code(1, 3)),
        'a.ts': step(SAME, code(9, 3)),
      },
    },
  ],
  'near-neighbours': [
    { 'one file': one(step(SAME, code(1, 3)), step(NEAR, code(1, 3))) },
    {
      'equal comments': one(step(SAME), step(SAME)),
      'two files': pair(step(SAME), step(NEAR)),
    },
  ],
  'reference-page': [
    {
      'a page of a reference and what is documented': {
        'docs/api/a.md': page(LONG),
        'b.ts': doc(LONG, 'send'),
      },
      'a page and a comment above a declaration': {
        'a.md': page(LONG),
        'b.cpp': `// ${LONG}\nint send(int a) {\n}\n`,
      },
    },
    {
      'a page and a comment within code': { 'a.md': page(LONG), 'b.cpp': step(LONG) },
      'another page and what is documented': { 'a.md': page(LONG), 'b.ts': doc(LONG, 'send') },
    },
  ],
  'landing-page': [
    {
      'a readme and an index': { 'README.md': page(LONG), 'docs/index.md': page(LONG) },
      'a readme and the page of a catalogue': {
        'README.md': page(LONG),
        'Sources/Post.docc/Post.md': page(LONG),
      },
      'a readme and the documentation of the package': {
        'README.md': page(LONG),
        'src/lib.rs': `//! ${LONG}\n`,
      },
    },
    {
      'a readme and a guide': { 'README.md': page(LONG), 'docs/guide.md': page(LONG) },
      'a readme and an article': {
        'README.md': page(LONG),
        'Sources/Post.docc/Mail.md': page(LONG),
      },
      'an index and a comment': { 'docs/index.md': page(LONG), 'a.ts': step(LONG) },
      'a readme and the documentation of a part': {
        'README.md': page(LONG),
        'src/post.rs': `//! ${LONG}\n`,
      },
      'a readme and a remark in the code of the package': {
        'README.md': page(LONG),
        'src/lib.rs': `fn send() {\n    // ${LONG}\n    post();\n}\n`,
      },
    },
  ],
  'near-prose': [
    {
      'two pages': { 'a.md': page(SAME), 'b.md': page(NEAR) },
      'one page': { 'a.md': page(`${SAME}\n\n${NEAR}`) },
      'a page and a note': { 'a.md': page(SAME), 'b.txt': `${NEAR}\n` },
      'a page and a comment': { 'a.md': page(SAME), 'b.ts': step(NEAR) },
    },
    {
      'equal pages': { 'a.md': page(SAME), 'b.md': page(SAME) },
      'a page and an equal comment': { 'a.md': page(SAME), 'b.ts': step(SAME) },
      'comments of two languages': { 'a.js': step(SAME), 'b.ts': step(NEAR) },
    },
  ],
  'near-elsewhere': [
    {
      'code of another kind': pair(step(SAME, code(1, 3)), step(NEAR, code(9, 3))),
      'copied code': pair(step(SAME, code(1, 3)), step(NEAR, code(1, 3))),
      'a comment and documentation': pair(step(SAME), doc(NEAR, 'send')),
      'a long comment of which a word is another': pair(
        step(LONG, code(1, 3)),
        step(LONG.replace('postman', 'gardener'), code(9, 3)),
      ),
      'a long comment and documentation': pair(
        step(LONG),
        doc(LONG.replace(' so', ' and so'), 'send'),
      ),
    },
    {
      'a long comment that was spelt otherwise and goes on': pair(
        step(LONG, code(1, 3)),
        step(LONG.replace('hall', 'halls').replace('key,', 'key as yet,'), code(9, 3)),
      ),
      'no code': pair(`// ${SAME}\n`, `// ${NEAR}\n`),
      'two languages': { 'a.js': step(SAME, code(1, 3)), 'b.ts': step(NEAR, code(9, 3)) },
      'equal texts': pair(step(SAME, code(1, 3)), step(SAME, code(9, 3))),
    },
  ],
  'same-page': [
    { 'equal paragraphs': { 'a.md': page(`${SAME}\n\n## More\n\n${SAME}`) } },
    { 'two pages': { 'a.md': page(SAME), 'b.md': page(SAME) } },
  ],
  'sister-pages': [
    { 'two pages': { 'docs/a.md': page(LONG), 'docs/b.md': page(LONG) } },
    {
      'two folders': { 'docs/a.md': page(LONG), 'docs/more/b.md': page(LONG) },
      'the folder of the repository': { 'README.md': page(LONG), 'SUPPORT.md': page(LONG) },
      comments: { 'src/a.ts': step(LONG), 'src/b.ts': step(LONG) },
    },
  ],
  'brief-texts': [
    { 'a sentence': pair(step(SAME), step(SAME)) },
    { 'an explanation': pair(step(LONG), step(LONG)) },
  ],
  elsewhere: [
    {
      'two files': pair(step(LONG), step(LONG)),
      pages: { 'a.md': page(LONG), 'b/c.md': page(LONG) },
    },
    { 'one file': one(step(LONG), step(LONG)) },
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
