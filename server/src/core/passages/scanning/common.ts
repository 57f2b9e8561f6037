import type { BlockComment, LineComment, StringLiteral } from './grammar';

/** `//`, with the documentation forms of the C family. */
export const SLASHES: LineComment = { open: '//', docs: ['///', '//!'] };

/** `#` anywhere outside strings. */
export const HASH: LineComment = { open: '#' };

/** The C family's block comment. */
export const C_BLOCK: BlockComment = { open: '/*', close: '*/', docs: ['/**', '/*!'] };

/** The same where it may contain itself: Rust, Swift, Kotlin. */
export const NESTED_BLOCK: BlockComment = { ...C_BLOCK, nests: true };

/** `"…"` with backslashes, on one line. */
export const DOUBLE_QUOTED: StringLiteral = {
  open: '"',
  close: '"',
  escape: 'backslash',
  lines: false,
};

/** `'…'` with backslashes, on one line: strings and characters alike. */
export const SINGLE_QUOTED: StringLiteral = { ...DOUBLE_QUOTED, open: "'", close: "'" };

/** `"""…"""` with backslashes. */
export const TEXT_BLOCK: StringLiteral = {
  open: '"""',
  close: '"""',
  escape: 'backslash',
  lines: true,
};

/** `` `…` `` taken literally, over lines. */
export const RAW_BACKTICKS: StringLiteral = { open: '`', close: '`', escape: 'none', lines: true };
