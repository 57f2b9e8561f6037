import { julia } from '../dialects/julia';
import { lua } from '../dialects/lua';
import { nim } from '../dialects/nim';
import { readPerl } from '../dialects/perl';
import { php } from '../dialects/php';
import { python } from '../dialects/python';
import { r } from '../dialects/r';
import { ruby } from '../dialects/ruby';
import { shell } from '../dialects/shell';
import type { Language } from '../languageTable';
import type { Grammar } from '../scanning/grammar';
import { code } from './code';

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

const RUBY_DECLARATION = /^(?:def|class|module)\b/;

/** Scripting languages, most of them with `#`. */
export const SCRIPTS: readonly Language[] = [
  {
    id: 'python',
    extensions: ['.py', '.pyi', '.pyw'],
    names: ['sconstruct', 'sconscript'],
    dialect: code(python),
  },
  {
    id: 'ruby',
    extensions: ['.rb', '.rake', '.gemspec', '.ru'],
    names: ['gemfile', 'rakefile', 'podfile', 'guardfile', 'capfile', 'vagrantfile', 'brewfile'],
    dialect: code(ruby, RUBY_DECLARATION),
  },
  { id: 'php', extensions: ['.php', '.phtml', '.php5', '.php7', '.php8'], dialect: code(php) },
  {
    id: 'perl',
    extensions: ['.pl', '.pm', '.pod', '.t', '.psgi'],
    names: ['cpanfile'],
    dialect: { prose: readPerl },
  },
  { id: 'lua', extensions: ['.lua', '.rockspec'], dialect: code(lua) },
  { id: 'r', extensions: ['.r', '.rprofile'], dialect: code(r) },
  { id: 'julia', extensions: ['.jl'], dialect: code(julia) },
  { id: 'nim', extensions: ['.nim', '.nims', '.nimble'], dialect: code(nim) },
  {
    id: 'shellscript',
    extensions: ['.sh', '.bash', '.zsh', '.ksh', '.bats'],
    names: '.bashrc .bash_profile .bash_aliases .profile .zshrc .zshenv pkgbuild'.split(' '),
    dialect: code(shell),
  },
  { id: 'powershell', extensions: ['.ps1', '.psm1', '.psd1'], dialect: code(POWERSHELL) },
];
