import { isFirstOnLine, isNewline, wordEndingAt } from '../scanning/characters';
import { C_BLOCK, DOUBLE_QUOTED, SINGLE_QUOTED, SLASHES } from '../scanning/common';
import type { Rule } from '../scanning/cursor';
import type { Grammar } from '../scanning/grammar';

const PREFIXES = new Set(['', 'u8', 'u', 'U', 'L']);
const RAW_OPENER = /^R"([^\s()\\"]{0,16})\(/;

/** `R"x(…)x"`. */
const readRaw: Rule = (cursor) => {
  const { source, at } = cursor;
  const match = RAW_OPENER.exec(source.slice(at, at + 20));
  if (match === null || !PREFIXES.has(wordEndingAt(source, at - 1))) return false;
  const close = `)${match[1] ?? ''}"`;
  const end = source.indexOf(close, at + match[0].length);
  cursor.at = end < 0 ? source.length : end + close.length;
  return true;
};

/** The quote in `1'000'000` separates digits. */
const readSeparator: Rule = (cursor) => {
  const { source, at } = cursor;
  if (!/^(?:\d|[\da-fA-F]+$)/.test(wordEndingAt(source, at - 1))) return false;
  cursor.at++;
  return true;
};

/** The path in `#include <a//b.h>` is no comment. */
const readInclude: Rule = (cursor) => {
  const { source, at } = cursor;
  const match = /^#\s{0,20}(?:include|import)\s{0,20}</.exec(source.slice(at, at + 60));
  if (match === null || !isFirstOnLine(source, at)) return false;
  let end = at + match[0].length;
  while (end < source.length && source.charAt(end) !== '>' && !isNewline(source.charCodeAt(end))) {
    end++;
  }
  cursor.at = end;
  return true;
};

/** C and C++. */
export const cpp: Grammar = {
  lines: [{ ...SLASHES, continues: true }],
  blocks: [C_BLOCK],
  strings: [DOUBLE_QUOTED, SINGLE_QUOTED],
  rules: () => ({ R: readRaw, "'": readSeparator, '#': readInclude }),
};
