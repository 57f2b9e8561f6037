import { graphql } from '../dialects/graphql';
import { hcl } from '../dialects/hcl';
import { sql } from '../dialects/sql';
import { scanYaml } from '../dialects/yaml';
import type { Language } from '../languageTable';
import {
  C_BLOCK,
  DOUBLE_QUOTED,
  HASH,
  SINGLE_QUOTED,
  SLASHES,
  TEXT_BLOCK,
} from '../scanning/common';
import type { Grammar } from '../scanning/grammar';
import { code } from './code';

const HASH_OR_SEMICOLON = [
  { open: '#', where: 'line' },
  { open: ';', where: 'line' },
] as const;
const LITERAL = { ...SINGLE_QUOTED, escape: 'none' } as const;

const TOML: Grammar = {
  lines: [HASH],
  strings: [
    { ...TEXT_BLOCK, greedy: true },
    { open: "'''", close: "'''", escape: 'none', lines: true, greedy: true },
    DOUBLE_QUOTED,
    LITERAL,
  ],
};
const PROTOBUF: Grammar = {
  lines: [SLASHES],
  blocks: [C_BLOCK],
  strings: [DOUBLE_QUOTED, SINGLE_QUOTED],
};

const PROTOBUF_DECLARATION = /^(?:message|service|rpc|enum|oneof|extend|optional|repeated|map<)/;

/** Queries, schemas, settings and build files. */
export const DATA: readonly Language[] = [
  { id: 'sql', extensions: ['.sql', '.ddl', '.dml', '.pgsql'], dialect: code(sql) },
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
    id: 'cmake',
    extensions: ['.cmake'],
    names: ['cmakelists.txt'],
    dialect: code({
      lines: [{ open: '#' }],
      blocks: [{ open: '#[[', close: ']]' }],
      strings: [{ ...DOUBLE_QUOTED, lines: true }],
    }),
  },
  { id: 'terraform', extensions: ['.tf'], dialect: code(hcl) },
  { id: 'terraform-vars', extensions: ['.tfvars'], dialect: code(hcl) },
  { id: 'hcl', extensions: ['.hcl', '.nomad'], dialect: code(hcl) },
  { id: 'proto3', extensions: ['.proto'], dialect: code(PROTOBUF, PROTOBUF_DECLARATION) },
  { id: 'graphql', extensions: ['.graphql', '.gql', '.graphqls'], dialect: code(graphql) },
];
