import { cpp } from '../dialects/cpp';
import { csharp } from '../dialects/csharp';
import { ecmascript } from '../dialects/ecmascript';
import { rust } from '../dialects/rust';
import { swift } from '../dialects/swift';
import type { Language } from '../languageTable';
import { readCharacter } from '../scanning/characterLiterals';
import {
  C_BLOCK,
  DOUBLE_QUOTED,
  NESTED_BLOCK,
  RAW_BACKTICKS,
  SINGLE_QUOTED,
  SLASHES,
  TEXT_BLOCK,
} from '../scanning/common';
import type { Grammar, StringLiteral } from '../scanning/grammar';
import { code } from './code';

const QUOTED = [DOUBLE_QUOTED, SINGLE_QUOTED];
const HOLE = { hole: { open: '${', brackets: '{}' } } as const;
const RAW_BLOCK: StringLiteral = { ...TEXT_BLOCK, escape: 'none', greedy: true };

const JAVA: Grammar = {
  lines: [SLASHES],
  blocks: [C_BLOCK],
  strings: [TEXT_BLOCK, ...QUOTED],
};
const KOTLIN: Grammar = {
  lines: [SLASHES],
  blocks: [NESTED_BLOCK],
  strings: [{ ...RAW_BLOCK, ...HOLE }, { ...DOUBLE_QUOTED, ...HOLE }, SINGLE_QUOTED],
  nesting: '{}',
};
const SCALA: Grammar = {
  lines: [SLASHES],
  blocks: [NESTED_BLOCK],
  strings: [
    { ...RAW_BLOCK, ...HOLE },
    { ...DOUBLE_QUOTED, ...HOLE },
  ],
  nesting: '{}',
  rules: () => ({ "'": readCharacter }),
};
const GO: Grammar = {
  lines: [SLASHES],
  blocks: [C_BLOCK],
  strings: [...QUOTED, RAW_BACKTICKS],
};
const DART: Grammar = {
  lines: [SLASHES],
  blocks: [NESTED_BLOCK],
  strings: ['"', "'"].flatMap((mark): StringLiteral[] => {
    const short: StringLiteral = { open: mark, close: mark, escape: 'backslash', lines: false };
    const long: StringLiteral = {
      ...short,
      open: mark.repeat(3),
      close: mark.repeat(3),
      lines: true,
    };
    return [short, long].flatMap((literal): StringLiteral[] => [
      { ...literal, ...HOLE },
      { ...literal, open: `r${literal.open}`, escape: 'none' },
    ]);
  }),
  nesting: '{}',
};
const ZIG: Grammar = {
  lines: [SLASHES],
  strings: [...QUOTED, { open: '\\\\', close: '\n', escape: 'none', lines: false }],
};

const GO_DECLARATION = /^(?:func|type|package|var|const)\b/;

/** Languages whose comments are those of C. */
export const C_FAMILY: readonly Language[] = [
  { id: 'typescript', extensions: ['.ts', '.mts', '.cts'], dialect: code(ecmascript(false)) },
  { id: 'typescriptreact', extensions: ['.tsx'], dialect: code(ecmascript(true)) },
  {
    id: 'javascript',
    extensions: ['.js', '.mjs', '.cjs', '.es6'],
    dialect: code(ecmascript(true)),
  },
  { id: 'javascriptreact', extensions: ['.jsx'], dialect: code(ecmascript(true)) },
  { id: 'java', extensions: ['.java'], dialect: code(JAVA) },
  { id: 'kotlin', extensions: ['.kt', '.kts'], dialect: code(KOTLIN) },
  { id: 'scala', extensions: ['.scala', '.sc', '.sbt'], dialect: code(SCALA) },
  { id: 'c', extensions: ['.c', '.h'], dialect: code(cpp) },
  {
    id: 'cpp',
    extensions: '.cpp .cc .cxx .c++ .hpp .hh .hxx .h++ .ipp .inl .tpp'.split(' '),
    dialect: code(cpp),
  },
  { id: 'csharp', extensions: ['.cs', '.csx'], dialect: code(csharp) },
  { id: 'go', extensions: ['.go'], dialect: code(GO, GO_DECLARATION) },
  { id: 'rust', extensions: ['.rs'], dialect: code(rust) },
  { id: 'swift', extensions: ['.swift'], dialect: code(swift) },
  { id: 'dart', extensions: ['.dart'], dialect: code(DART) },
  { id: 'zig', extensions: ['.zig', '.zon'], dialect: code(ZIG) },
];
