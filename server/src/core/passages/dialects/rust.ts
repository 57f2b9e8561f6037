import { wordEndingAt } from '../scanning/characters';
import { NESTED_BLOCK, SLASHES } from '../scanning/common';
import type { Rule } from '../scanning/cursor';
import type { Grammar } from '../scanning/grammar';

const RAW_OPENER = /^r(#{0,255})"/;
const PREFIXES = new Set(['', 'b', 'c']);
const CHARACTER = /^'(?:\\(?:u\{[\da-fA-F_]{1,8}\}|x[\da-fA-F]{2}|[^\n])|[^\\'\n])'/u;

/** `r#"…"#`, also with `b` or `c` before it. */
const readRaw: Rule = (cursor) => {
  const { source, at } = cursor;
  const next = source.charAt(at + 1);
  if (next !== '"' && next !== '#') return false;
  const match = RAW_OPENER.exec(source.slice(at, at + 258));
  if (match === null || !PREFIXES.has(wordEndingAt(source, at - 1))) return false;
  const close = `"${match[1] ?? ''}`;
  const end = source.indexOf(close, at + match[0].length);
  cursor.at = end < 0 ? source.length : end + close.length;
  return true;
};

/** A character, if it is closed; otherwise the mark of a lifetime. */
const readQuote: Rule = (cursor) => {
  const match = CHARACTER.exec(cursor.source.slice(cursor.at, cursor.at + 16));
  cursor.at += match === null ? 1 : match[0].length;
  return true;
};

/** Rust. */
export const rust: Grammar = {
  lines: [SLASHES],
  blocks: [NESTED_BLOCK],
  strings: [{ open: '"', close: '"', escape: 'backslash', lines: true }],
  rules: () => ({ r: readRaw, "'": readQuote }),
};
