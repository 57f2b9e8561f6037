import type { Candidate } from './candidate';
import { cpp } from './dialects/cpp';
import { csharp } from './dialects/csharp';
import { css, cssWithLineComments } from './dialects/css';
import { ecmascript } from './dialects/ecmascript';
import { scanHtml } from './dialects/html';
import { readMarkdown } from './dialects/markdown';
import { php } from './dialects/php';
import { readPlaintext } from './dialects/plaintext';
import { python } from './dialects/python';
import { ruby } from './dialects/ruby';
import { rust } from './dialects/rust';
import { shell } from './dialects/shell';
import { sql } from './dialects/sql';
import { swift } from './dialects/swift';
import { scanYaml } from './dialects/yaml';
import type { CommentScanner } from './scanning/comment';
import {
  C_BLOCK,
  DOUBLE_QUOTED,
  HASH,
  NESTED_BLOCK,
  RAW_BACKTICKS,
  SINGLE_QUOTED,
  SLASHES,
  TEXT_BLOCK,
} from './scanning/common';
import type { Grammar } from './scanning/grammar';
import { scannerOf } from './scanning/scan';

/** One language: how to know its files and how to read them. */
export interface Language {
  /** VS Code language id. */
  readonly id: string;
  /** Ends of file names, lower case, with the dot. */
  readonly extensions: readonly string[];
  /** Whole file names, lower case. */
  readonly names?: readonly string[];
  readonly dialect: Dialect;
}

/** A language is code with comments, or prose itself. */
export type Dialect =
  | { readonly comments: CommentScanner; readonly docAbove?: RegExp }
  | { readonly prose: (source: string) => Candidate[] };

const code = (grammar: Grammar, docAbove?: RegExp): Dialect => ({
  comments: scannerOf(grammar),
  ...(docAbove === undefined ? {} : { docAbove }),
});

const HASH_OR_SEMICOLON = [
  { open: '#', where: 'line' },
  { open: ';', where: 'line' },
] as const;
const QUOTED = [DOUBLE_QUOTED, SINGLE_QUOTED];
const LITERAL = { ...SINGLE_QUOTED, escape: 'none' } as const;

/** What the comments of an ordinary language look like; the others have a file in `dialects`. */
const JAVA: Grammar = {
  lines: [SLASHES],
  blocks: [C_BLOCK],
  strings: [TEXT_BLOCK, ...QUOTED],
};
const KOTLIN_HOLE = { hole: { open: '${', brackets: '{}' } } as const;
const KOTLIN: Grammar = {
  lines: [SLASHES],
  blocks: [NESTED_BLOCK],
  strings: [
    { ...TEXT_BLOCK, ...KOTLIN_HOLE, escape: 'none', greedy: true },
    { ...DOUBLE_QUOTED, ...KOTLIN_HOLE },
    SINGLE_QUOTED,
  ],
  nesting: '{}',
};
const GO: Grammar = {
  lines: [SLASHES],
  blocks: [C_BLOCK],
  strings: [...QUOTED, RAW_BACKTICKS],
};
const TOML: Grammar = {
  lines: [HASH],
  strings: [
    { ...TEXT_BLOCK, greedy: true },
    { open: "'''", close: "'''", escape: 'none', lines: true, greedy: true },
    DOUBLE_QUOTED,
    LITERAL,
  ],
};

const POWERSHELL: Grammar = {
  lines: [{ open: '#', where: 'word' }],
  blocks: [{ open: '<#', close: '#>' }],
  strings: [
    { open: '@"', close: '\n"@', escape: 'none', lines: true },
    { open: "@'", close: "\n'@", escape: 'none', lines: true },
    { open: '"', close: '"', escape: 'backtick', lines: true },
    { open: "'", close: "'", escape: 'doubled', lines: true },
  ],
};

const GO_DECLARATION = /^(?:func|type|package|var|const)\b/;
const RUBY_DECLARATION = /^(?:def|class|module)\b/;

/** Every language that is read. */
export const LANGUAGES: readonly Language[] = [
  { id: 'typescript', extensions: ['.ts', '.mts', '.cts'], dialect: code(ecmascript(false)) },
  { id: 'typescriptreact', extensions: ['.tsx'], dialect: code(ecmascript(true)) },
  {
    id: 'javascript',
    extensions: ['.js', '.mjs', '.cjs', '.es6'],
    dialect: code(ecmascript(true)),
  },
  { id: 'javascriptreact', extensions: ['.jsx'], dialect: code(ecmascript(true)) },
  {
    id: 'python',
    extensions: ['.py', '.pyi', '.pyw'],
    names: ['sconstruct', 'sconscript'],
    dialect: code(python),
  },
  { id: 'java', extensions: ['.java'], dialect: code(JAVA) },
  { id: 'kotlin', extensions: ['.kt', '.kts'], dialect: code(KOTLIN) },
  { id: 'c', extensions: ['.c', '.h'], dialect: code(cpp) },
  {
    id: 'cpp',
    extensions: [
      '.cpp',
      '.cc',
      '.cxx',
      '.c++',
      '.hpp',
      '.hh',
      '.hxx',
      '.h++',
      '.ipp',
      '.inl',
      '.tpp',
    ],
    dialect: code(cpp),
  },
  { id: 'csharp', extensions: ['.cs', '.csx'], dialect: code(csharp) },
  { id: 'go', extensions: ['.go'], dialect: code(GO, GO_DECLARATION) },
  { id: 'rust', extensions: ['.rs'], dialect: code(rust) },
  {
    id: 'ruby',
    extensions: ['.rb', '.rake', '.gemspec', '.ru'],
    names: ['gemfile', 'rakefile', 'podfile', 'guardfile', 'capfile', 'vagrantfile', 'brewfile'],
    dialect: code(ruby, RUBY_DECLARATION),
  },
  { id: 'php', extensions: ['.php', '.phtml', '.php5', '.php7', '.php8'], dialect: code(php) },
  { id: 'swift', extensions: ['.swift'], dialect: code(swift) },
  {
    id: 'shellscript',
    extensions: ['.sh', '.bash', '.zsh', '.ksh', '.bats'],
    names: [
      '.bashrc',
      '.bash_profile',
      '.bash_aliases',
      '.profile',
      '.zshrc',
      '.zshenv',
      'pkgbuild',
    ],
    dialect: code(shell),
  },
  { id: 'powershell', extensions: ['.ps1', '.psm1', '.psd1'], dialect: code(POWERSHELL) },
  { id: 'sql', extensions: ['.sql', '.ddl', '.dml', '.pgsql'], dialect: code(sql) },
  { id: 'html', extensions: ['.html', '.htm', '.xhtml'], dialect: { comments: scanHtml } },
  { id: 'css', extensions: ['.css'], dialect: code(css) },
  { id: 'scss', extensions: ['.scss'], dialect: code(cssWithLineComments) },
  { id: 'less', extensions: ['.less'], dialect: code(cssWithLineComments) },
  {
    id: 'yaml',
    extensions: ['.yaml', '.yml'],
    names: ['.clang-format', '.clang-tidy'],
    dialect: { comments: scanYaml },
  },
  { id: 'toml', extensions: ['.toml'], names: ['pipfile'], dialect: code(TOML) },
  {
    id: 'ini',
    extensions: ['.ini', '.cfg'],
    names: ['.editorconfig', '.gitconfig', '.npmrc'],
    dialect: code({ lines: HASH_OR_SEMICOLON }),
  },
  {
    id: 'dockerfile',
    extensions: ['.dockerfile'],
    names: ['dockerfile', 'containerfile'],
    dialect: code({ lines: [{ open: '#', where: 'line' }] }),
  },
  {
    id: 'makefile',
    extensions: ['.mk', '.mak'],
    names: ['makefile', 'gnumakefile'],
    dialect: code({ lines: [{ open: '#', where: 'word' }], strings: [DOUBLE_QUOTED, LITERAL] }),
  },
  {
    id: 'markdown',
    extensions: ['.md', '.markdown', '.mdown', '.mkd'],
    dialect: { prose: readMarkdown },
  },
  {
    id: 'plaintext',
    extensions: ['.txt', '.text'],
    names: ['readme', 'authors', 'contributing', 'install', 'news', 'todo'],
    dialect: { prose: readPlaintext },
  },
];
