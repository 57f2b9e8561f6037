import { expect, it } from 'vitest';
import { disabledFilters } from '../../../server/src/core/filters/allFilters';
import { checkGroupFilter, type Files, filterFiles } from './checkGroupFilter';

const SAME = 'Put the letter into the box by the door before noon.';
const OTHER = 'Put each letter into the box by the door before noon.';
/** The same paragraph, or comment, in files of these names. */
const at = (...paths: readonly string[]): Files =>
  Object.fromEntries(
    paths.map((path) => [path, path.endsWith('.md') ? `${SAME}\n` : comment(path)]),
  );
const comment = (path: string) =>
  /\.(?:py|sh|ya?ml)$/.test(path) ? `# ${SAME}\n` : `// ${SAME}\n`;
const named = (...paths: readonly string[]) => [paths.join(' '), at(...paths)] as const;

checkGroupFilter(
  'translation',
  [
    named('README.md', 'README.de.md'),
    named('README_zh-CN.md', 'README_ja.md'),
    named('docs/guide.md', 'docs/fr/guide.md'),
    named('i18n/de/a.md', 'i18n/en/a.md'),
    named('content/pt-br/a/b.md', 'content/ko/a/b.md'),
    named('locales/en.ts', 'locales/de.ts'),
    named('README-ja.md', 'README.md'),
    named('docs/english/a.md', 'docs/german/a.md'),
  ],
  [
    named('docs/a.md', 'docs/b.md'),
    named('README.md', 'docs/README.old.md'),
    named('docs/de/a.md', 'docs/fr/b.md'),
    named('src/app/a.ts', 'src/lib/a.ts'),
    named('doc/io/a.md', 'doc/fs/a.md'),
    named('a-up.md', 'a.md'),
    named('x/en/a.md', 'y/en/a.md'),
    named('README.md', 'CONTRIBUTING.md'),
  ],
);

const pages = (a: string, textA: string, b: string, textB: string): Files => ({
  [a]: textA,
  [b]: textB,
});
const product = (name: string) =>
  `Run ${name} as a user of its own, never as root, on the server.\n`;

checkGroupFilter(
  'parallel',
  [
    named('.github/workflows/build.yml', '.github/workflows/test.yml'),
    named('docs/install-windows.md', 'docs/install-linux.md'),
    named('src/unix/fs.c', 'src/win/fs.c'),
    named('docs/v1/a.md', 'docs/v2/a.md'),
    named('docs/2.x/a.md', 'docs/3.x/a.md'),
    named('clients/python/hello.py', 'clients/go/hello.go'),
    named('src/poll_epoll.c', 'src/poll_kqueue.c'),
    named('src/post_sdl2.cpp', 'src/post_sdl3.cpp'),
    named('src/post_dx12.cpp', 'src/post_wgpu.cpp'),
    named('doc/man/post-send.md', 'doc/book/src/commands/post-send.md'),
    named('src/tls/openssl/post.c', 'src/tls/wolfssl/post.c'),
    named('main/scala-2.12/Send.scala', 'main/scala-2.13+/Send.scala'),
    named('src/post/poly32.h', 'src/post/poly64.h'),
    named('src/aesni/post.c', 'src/armcrypto/post.c'),
    named('lib/parser/Php7.ts', 'lib/parser/Php8.ts'),
    named('arch/arm64/entry.c', 'arch/riscv/entry.c'),
    named('post/v1/send.py', 'post/send.py'),
    named('adapters/post2/src/Send.java', 'adapters/post3/src/Send.java'),
    named('tests/post/test_send.py', 'tests/post2/test_send.py'),
    named('adapters/post2/src/Post2Send.java', 'adapters/post3/src/Post3Send.java'),
    named('deploy/post.night.yaml', 'deploy/post.day.yaml', 'deploy/post.yaml'),
    named('tool/docs/SendPost.md', 'docs/rules/send-post.md'),
    named('packages/a/docs/usage.md', 'packages/b/docs/usage.md'),
    [
      'pages that name themselves',
      pages('docs/nginx.md', product('nginx'), 'docs/caddy.md', product('caddy')),
    ],
  ],
  [
    named('docs/install.md', 'docs/usage.md'),
    named('docs/a/README.md', 'docs/b/README.md'),
    named('a/post-send.md', 'b/post-send.md'),
    named('docs/linux/a.md', 'docs/linux/b.md'),
    named('docs/windows/a.md', 'docs/linux/b.md'),
    named('src/unix/fs.c', 'src/unix/tcp.c'),
    named('src/post2.ts', 'src/post3.ts'),
    named('post/v1/send.py', 'post/open.py'),
    named('deploy/post.yaml', 'deploy/mail.yaml'),
    named('src/post.day.ts', 'src/post.night.ts'),
    named('a/windows.md', 'b/linux.md'),
    ['pages that do not', pages('docs/a.md', product('nginx'), 'docs/b.md', product('caddy'))],
    ['pages of two folders', pages('a/nginx.md', product('nginx'), 'b/caddy.md', product('caddy'))],
    [
      'one function in two files below java',
      {
        'src/main/java/a/A.java': `class A {\n  /** ${SAME} */\n  int count() {}\n}\n`,
        'src/main/java/b/B.java': `class B {\n  /** ${SAME} */\n  int count() {}\n}\n`,
      },
    ],
    ['one page twice', { 'docs/windows.md': `${SAME}\n\n${SAME}\n` }],
  ],
);

checkGroupFilter(
  'examples',
  [
    named('examples/a/main.ts', 'examples/b/main.ts'),
    named('examples/a.py', 'examples/b.py'),
    named('examples/post/day.yaml', 'examples/post/night.yaml'),
    named('sdk/samples/one/x.ts', 'sdk/samples/two/y.ts'),
    named('demo/a/x.md', 'demo/b/x.md'),
    named('cookbook/a.sh', 'cookbook/b.sh'),
    named('docs/snippets/a.ts', 'docs/snippets/b.ts'),
    named('tutorials/one/a.md', 'tutorials/two/a.md'),
    named('quickstarts/a/x.ts', 'quickstarts/b/y.ts', 'quickstarts/c/z.ts'),
  ],
  [
    named('examples/a/main.ts', 'examples/a/util.ts'),
    named('examples/a/main.ts', 'src/main.ts'),
    named('examples.ts', 'sample.ts'),
    named('src/a/main.ts', 'src/b/main.ts'),
    named('a/examples/x.ts', 'b/examples/y.ts'),
    named('docs/examples.md', 'docs/sample.md'),
    named('lib/exampleSet.ts', 'lib/exampleList.ts'),
    named('README.md', 'examples/README.md'),
  ],
);

const row = (name: string, text: string) => `- \`${name}\`: ${text}\n`;
const field = (text: string, declaration: string) => `  /** ${text} */\n  ${declaration}\n\n`;
const type = (name: string, ...fields: readonly string[]) =>
  `interface ${name} {\n${fields.join('')}}\n`;

checkGroupFilter(
  'options',
  [
    ['rows of one list', { 'a.md': row('--size', SAME) + row('--length', OTHER) }],
    ['equal rows of one page', { 'a.md': `${row('--size', SAME)}\n# B\n\n${row('--size', SAME)}` }],
    ['equal rows of two pages', { 'a.md': row('--size', SAME), 'b.md': row('--size', SAME) }],
    ['bold terms', { 'a.md': `- **size** – ${SAME}\n`, 'b.md': `- **length** – ${SAME}\n` }],
    [
      'fields of two types',
      {
        'a.ts': type('A', field(SAME, 'size?: number;')),
        'b.ts': type('B', field(SAME, 'size?: number;')),
      },
    ],
    [
      'fields of one type',
      { 'a.ts': type('A', field(SAME, 'size?: number;'), field(OTHER, 'length?: number;')) },
    ],
    [
      'enumerators',
      { 'A.java': `enum A {\n  /** ${SAME} */\n  BOX,\n\n  /** ${OTHER} */\n  CHEST,\n}\n` },
    ],
    [
      'fields of a structure',
      {
        'a.rs': `struct A {\n    /// ${SAME}\n    pub size: u8,\n\n    /// ${OTHER}\n    pub length: u8,\n}\n`,
      },
    ],
    [
      'constants that are made',
      {
        'A.cs': `class A\n{\n    /// ${SAME}\n    static readonly Id Box =\n        Make(1);\n\n    /// ${OTHER}\n    static readonly Id Chest = Make(2);\n}\n`,
      },
    ],
    [
      'constants of two classes',
      {
        'A.java': `class A {\n  /** ${SAME} */\n  static final int BOX_A = 1;\n}\n`,
        'B.java': `class B {\n  /** ${SAME} */\n  static final int BOX_A = 1;\n}\n`,
      },
    ],
    [
      'short equal ones',
      {
        'a.ts': type(
          'A',
          field('In bytes, as always.', 'size?: number;'),
          field('In bytes, as always.', 'length?: number;'),
        ),
      },
    ],
  ],
  [
    [
      'docstrings',
      {
        'a.py': `class A:\n    def f(self):\n        """${SAME}"""\n        return self.a\n`,
        'b.py': `class B:\n    def g(self):\n        """${SAME}"""\n        return self.b\n`,
      },
    ],
    [
      'equal fields of one type: a slip',
      { 'a.ts': type('A', field(SAME, 'size?: number;'), field(SAME, 'length?: number;')) },
    ],
    [
      'long words on fields of two types',
      {
        'a.ts': type('A', field(`${SAME} ${OTHER} ${SAME}`, 'size?: number;')),
        'b.ts': type('B', field(`${SAME} ${OTHER} ${SAME}`, 'size?: number;')),
      },
    ],
    ['plain list items', { 'a.md': `- ${SAME}\n- ${SAME}\n` }],
    ['a row and a paragraph', { 'a.md': row('--size', SAME), 'b.md': `${SAME}\n` }],
    [
      'functions',
      { 'a.ts': `/** ${SAME} */\nfunction f() {}\n`, 'b.ts': `/** ${SAME} */\nfunction g() {}\n` },
    ],
    [
      'steps',
      {
        'a.ts': `function f() {\n  // ${SAME}\n  let a;\n}\n`,
        'b.ts': `function g() {\n  // ${SAME}\n  let b;\n}\n`,
      },
    ],
    [
      'a sentence that begins with code',
      {
        'a.md':
          '`size` is put into the box by the door before noon.\n\n`size` is put into the box by the door before noon.\n',
      },
    ],
    [
      'tests',
      {
        'a.c': `/* ${SAME} */\nTEST_IMPL(one) {\n}\n`,
        'b.c': `/* ${SAME} */\nTEST_IMPL(two) {\n}\n`,
      },
    ],
  ],
);

const tags = (name: string, tag: string) =>
  `/**\n * Does ${name}.\n * ${tag}\n */\nfunction ${name}() {}\n\n`;
const LONG = `${SAME} ${OTHER} And do not forget the stamp.`;
/** The tags alone are long enough to be compared. */
const both = (tagA: string, tagB: string): Files => ({
  'a.ts': tags('one', tagA) + tags('two', tagB),
});

checkGroupFilter(
  'shared-tag',
  [
    ['a parameter', both(`@param letter ${LONG}`, `@param letter ${LONG}`)],
    ['a result', both(`@returns ${LONG}`, `@returns ${LONG}`)],
    ['an exception', both(`@throws Error ${LONG}`, `@throws Error ${LONG}`)],
  ],
  [
    ['other parameters', both(`@param letter ${LONG}`, `@param parcel ${LONG}`)],
    ['notes', both(`@remarks ${LONG}`, `@remarks ${LONG}`)],
    [
      'other files',
      {
        'a.ts': tags('one', `@param letter ${LONG}`),
        'b.ts': tags('two', `@param letter ${LONG}`),
      },
    ],
  ],
);

const files = (count: number, text: string): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `src/${'abcdefghijklmnopqrstuvwxyz'[i]}.ts`,
      `// ${text}\n`,
    ]),
  );

it.each([
  ['a phrase in many files', files(5, 'Everything else is left as it was.'), 0, false],
  ['in few', files(4, 'Everything else is left as it was.'), 4, false],
  ['a long text in some files', files(19, LONG), 19, false],
  ['in very many: a note', files(20, LONG), 20, true],
  [
    'a phrase often in one file',
    { 'a.ts': '// Everything else is left as it was.\n\n'.repeat(9) },
    9,
    false,
  ],
  [
    'a phrase in two files',
    {
      'a.ts': '// Everything else is left as it was.\n\n'.repeat(5),
      'b.ts': '// Everything else is left as it was.\n',
    },
    6,
    false,
  ],
  [
    'a note to be told of twelve words',
    files(6, 'one two three four five six seven eight nine ten eleven twelve'),
    0,
    false,
  ],
  [
    'not of thirteen',
    files(6, 'one two three four five six seven eight nine ten eleven twelve more'),
    6,
    false,
  ],
] as const)('boilerplate: %s', (_, given, kept, isNote) => {
  // At `loose` nothing else makes a note of it.
  const off = disabledFilters('loose');
  expect(filterFiles(given, off)).toMatchObject({
    kept,
    note: isNote ? 'boilerplate' : undefined,
    silencedBy: kept ? [] : ['boilerplate'],
  });
  expect(filterFiles(given, [...off, 'boilerplate'])).toMatchObject({
    note: undefined,
    silencedBy: [],
  });
});

it('keeps one of a family for what lies outside of it', () => {
  const family = `/** ${SAME} */\nfunction f(a: 1): void;\n/** ${SAME} */\nfunction f(a: 2): void;\n`;
  expect(filterFiles({ 'a.ts': family, 'b.ts': `// ${SAME}\n` })).toEqual({
    found: 3,
    kept: 2,
    note: 'few-words',
    silencedBy: ['overloads'],
  });
});
