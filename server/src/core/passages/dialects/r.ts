import { isWord } from '../scanning/characters';
import { HASH, RAW_BACKTICKS } from '../scanning/common';
import type { Rule } from '../scanning/cursor';
import type { Grammar, StringLiteral } from '../scanning/grammar';

const RAW_OPENER = /^[rR](["'])(-{0,16})([([{])/;
const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

const quoted = (mark: string): StringLiteral => {
  return { open: mark, close: mark, escape: 'backslash', lines: true };
};

/** `r"--(…)--"`. */
const readRaw: Rule = (cursor) => {
  const { source, at } = cursor;
  const match = RAW_OPENER.exec(source.slice(at, at + 20));
  if (match === null || isWord(source.charCodeAt(at - 1))) return false;
  const [opener, mark = '', dashes = '', bracket = ''] = match;
  const close = `${CLOSERS[bracket] ?? ''}${dashes}${mark}`;
  const end = source.indexOf(close, at + opener.length);
  cursor.at = end < 0 ? source.length : end + close.length;
  return true;
};

/** R; roxygen's documentation begins with `#'`. */
export const r: Grammar = {
  lines: [{ ...HASH, docs: ["#'"] }],
  strings: [quoted('"'), quoted("'"), { ...RAW_BACKTICKS, lines: false }],
  rules: () => ({ r: readRaw, R: readRaw }),
};
