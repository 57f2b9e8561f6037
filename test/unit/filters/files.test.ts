import { describe, expect, it } from 'vitest';
import { extractPassages } from '../../../server/src/core/passages/extract';
import { languageOf } from '../../../server/src/core/passages/languages';

const PROSE = 'The courier carries the parcel to the house.\n';
const REMARK = `// ${PROSE}`;
const STEP = 'f(() => {\n  // then nothing is kept of it\n  g();\n});\n';

type Case = readonly [path: string, source: string];

function check(name: string, hits: readonly Case[], misses: readonly Case[]): void {
  const read = (path: string, source: string, disabledFilters: ReadonlySet<string>) =>
    extractPassages(source, languageOf(path) ?? 'plaintext', { path, disabledFilters });
  describe(name, () => {
    it.each(hits)('silences %s %j', (path, source) => {
      const { passages, silenced } = read(path, source, new Set());
      expect(passages).toEqual([]);
      expect(new Set(silenced.map(({ silencedBy }) => silencedBy))).toEqual(new Set([name]));
      expect(read(path, source, new Set([name])).passages).not.toEqual([]);
    });
    it.each(misses)('keeps %s %j', (path, source) => {
      const { silenced, passages } = read(path, source, new Set());
      expect(silenced).toEqual([]);
      expect(passages).not.toEqual([]);
    });
  });
}

const VERSIONS = `## 1.2.0\n\n${PROSE}\n## 1.1.0\n`;

check(
  'changelog',
  [
    ['CHANGELOG.md', PROSE],
    ['docs/release-notes/3.1.md', PROSE],
    ['RELEASE-NOTES-3.2.txt', PROSE],
    ['docs/migration-guide.md', PROSE],
    ['UPGRADING.md', PROSE],
    ['HISTORY.md', VERSIONS],
    ['blog/2024-05-01-news.md', PROSE],
    ['newsfragments/12.bugfix.rst', PROSE],
    ['.changeset/brave-cats.md', PROSE],
  ],
  [
    ['docs/history.md', PROSE],
    ['docs/migration.md', PROSE],
    ['docs/migration-engine.md', PROSE],
    ['src/changelog.ts', REMARK],
    ['docs/news.md', PROSE],
    ['blog/about.md', PROSE],
    ['docs/upgrade.md', PROSE],
    ['docs/releases.md', `${PROSE}\n## 1.2.0\n`],
  ],
);

check(
  'generated',
  [
    ['src/generated/a.ts', REMARK],
    ['src/__generated__/a.ts', REMARK],
    ['doc/generated_txt/a.md', PROSE],
    ['lib/auto-generated/a.ts', REMARK],
    ['website/versioned_docs/version-2.x/a.md', PROSE],
  ],
  [
    ['src/generated.ts', REMARK],
    ['docs/generated.md', PROSE],
    ['src/regenerated/a.ts', REMARK],
    ['src/generators/a.ts', REMARK],
    ['docs/versioned-docs.md', PROSE],
  ],
);

check(
  'vendored',
  [
    ['third_party/a/b.ts', REMARK],
    ['src/vendored/b.ts', REMARK],
    ['lib/3rdparty/a.c', REMARK],
    ['public/jquery-3.6.0.js', REMARK],
    ['static/d3.v7.1.js', REMARK],
    ['vendor/readme.md', PROSE],
    ['node_modules/a/index.ts', REMARK],
    ['deps/a.c', REMARK],
    ['_vendor/a.c', REMARK],
    ['eng/common/a.ts', REMARK],
  ],
  [
    ['src/vendors.ts', REMARK],
    ['src/vendor.ts', REMARK],
    ['external/a.ts', REMARK],
    ['compat/a.ts', REMARK],
    ['contrib/a.c', REMARK],
    ['src/version-1.ts', REMARK],
    ['src/page.js', `/*! ${PROSE} */`],
    ['docs/third-party.md', PROSE],
    ['src/common/a.ts', REMARK],
  ],
);

it.each(['external/a.ts', 'src/compat/a.ts'])(
  '%s is a copy where it has a licence of its own',
  (path) => {
    const source = `// Copyright 2020 Somebody Else\n\n${REMARK}`;
    const { silenced } = extractPassages(source, 'typescript', { path });
    expect(silenced.map(({ silencedBy }) => silencedBy)).toEqual(['licence', 'vendored']);
  },
);

check(
  'template',
  [
    ['.github/ISSUE_TEMPLATE/bug.md', PROSE],
    ['template-post/README.md', PROSE],
    ['.github/PULL_REQUEST_TEMPLATE.md', PROSE],
    ['ISSUE_TEMPLATE.md', PROSE],
    ['.gitlab/merge_request_templates/a.md', PROSE],
    ['docs/pull_request_template.md', PROSE],
    ['.github/bug_report.md', PROSE],
    ['cookiecutter/a.md', `${PROSE}\nThis is {{ cookiecutter.name }} of them all.\n`],
    ['skeleton/src/a.ts', `${REMARK}const a = '<%= name %>';\n`],
  ],
  [
    ['docs/bug_report.md', PROSE],
    ['docs/templates.md', PROSE],
    ['.github/workflows.md', PROSE],
    ['skeleton/a.ts', REMARK],
    ['src/template.ts', REMARK],
    ['src/issueTemplate.ts', REMARK],
    ['docs/issues.md', PROSE],
    ['README.md', `${PROSE}\nWrite {{ name }} where the name belongs.\n`],
  ],
);

const MORE = 'which is so because the box is full and nobody has come to empty it since noon';

check(
  'test-case',
  [
    ['src/a.test.ts', STEP],
    ['test/a.ts', STEP],
    ['tests/test_a.py', 'def test_a():\n    # then nothing is kept of it\n    g()\n'],
    ['src/__tests__/a.tsx', STEP],
    ['src/ParserTest.java', 'class A {\n  // then nothing is kept of it\n  void f() {}\n}\n'],
    ['pkg/a_test.go', 'func TestA() {\n\t// then nothing is kept of it\n\tg()\n}\n'],
    ['test/fixtures/a.md', PROSE],
    ['src/__snapshots__/a.ts', REMARK],
    ['testdata/a.c', REMARK],
    ['tests/post/outputs/a.ts', REMARK],
    ['tests/format/a.md', PROSE],
    ['test/input/a.txt', PROSE],
  ],
  [
    ['src/a.ts', STEP],
    ['src/latest.ts', STEP],
    ['src/lib/test.ts', STEP],
    ['src/contest/a.ts', STEP],
    ['test/a.ts', REMARK],
    ['test/a.ts', `f(() => {\n  // then nothing is kept of it, ${MORE}\n  g();\n});\n`],
    [
      'test/a.ts',
      'f(() => {\n  // then nothing is kept of it\n  // for the next day either\n  g();\n});\n',
    ],
    ['docs/testing.md', PROSE],
    ['tests/README.md', PROSE],
    ['spec/a.md', PROSE],
    ['src/output/a.ts', REMARK],
  ],
);

const rows = (...lines: readonly string[]) => `enum {\n${lines.join('\n')}\n};\n`;

check(
  'trailing-run',
  [
    ['a.c', rows('  A, /* the first letter of all */', '  B, /* the second letter of all */')],
    ['a.c', rows('  A, // the first letter of all', '  B, // the second letter of all')],
    ['a.c', rows('  A, ///< the first letter of all', '  B, ///< the second letter of all')],
    ['a.py', 'A = 1  # the first letter of all\nB = 2  # the second letter of all\n'],
    [
      'a.rs',
      'struct A {\n  a: u8, // the first letter of all\n  b: u8, // the second letter of all\n}\n',
    ],
    [
      'a.ts',
      'const a = [\n  1, // the first letter of all\n  2, // the second letter of all\n];\n',
    ],
    [
      'a.sql',
      'create table t (\n  a int, -- the first letter of all\n  b int -- the second letter of all\n);\n',
    ],
    [
      'a.c',
      rows('  A, /* the first letter of all */', '  B, /* the second letter of all */').replaceAll(
        '\n',
        '\r\n',
      ),
    ],
  ],
  [
    ['a.c', rows('  A, /* the first letter of all */', '  B,')],
    ['a.c', rows('  /* the first letter of all */', '  A,', '  B,')],
    ['a.c', 'f(a); // puts it into the box\n\n\ng(b);\n'],
    ['a.ts', '// the first letter of all\n\n// the second letter of all\n'],
    ['a.c', `f(a); // puts it into the box, ${MORE} ${MORE}\ng(b);\n`],
    ['a.py', 'a = 1  # the first letter of all\nb = 2\n'],
    ['a.md', `${PROSE}\n${PROSE}`],
    ['a.ts', 'const a = 1;\n// the first letter of all\nconst b = 2;\n'],
    ['a.sh', 'f a # the first letter of all\n\ng b\n'],
  ],
);

check(
  'lead-in',
  [
    ['a.md', 'Start the courier as follows:\n\n```sh\ncourier start\n```\n'],
    ['a.md', 'The courier takes these things along:\n\n- 1\n- 2\n'],
    ['a.rst', 'Start the courier as follows:\n\n.. code-block:: sh\n\n   courier start\n'],
    ['a.md', 'The courier goes through these steps:\n\n1. 1\n2. 2\n'],
  ],
  [
    ['a.md', 'Start the courier as follows: by the door.\n\n```sh\ncourier start\n```\n'],
    ['a.md', PROSE],
    ['a.md', 'The courier takes these things along:\n'],
    ['a.ts', '// The courier takes these things along:\nconst a = [];\n'],
  ],
);
