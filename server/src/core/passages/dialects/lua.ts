import { afterNewline, lineEnd } from '../scanning/characters';
import { DOUBLE_QUOTED, SINGLE_QUOTED } from '../scanning/common';
import type { Rule } from '../scanning/cursor';
import type { Grammar } from '../scanning/grammar';

/** The delimiters of `[==[…]==]`, whose equals signs must agree. */
function longBracket(source: string, at: number): { open: string; close: string } | undefined {
  let end = at + 1;
  while (source.charAt(end) === '=') end++;
  if (source.charAt(at) !== '[' || source.charAt(end) !== '[') return undefined;
  const signs = source.slice(at + 1, end);
  return { open: `[${signs}[`, close: `]${signs}]` };
}

const readLongString: Rule = (cursor) => {
  const { source, at } = cursor;
  const bracket = longBracket(source, at);
  if (bracket === undefined) return false;
  const end = source.indexOf(bracket.close, at + bracket.open.length);
  cursor.at = end < 0 ? source.length : end + bracket.close.length;
  return true;
};

/** `---`, on each line or, as LDoc has it, on a block's first line only. */
const readDocumentation: Rule = (cursor) => {
  const { source, at } = cursor;
  if (!source.startsWith('---', at) || source.charAt(at + 3) === '-') return false;
  const end = lineEnd(source, at);
  let below = afterNewline(source, end);
  while (' \t'.includes(source.charAt(below) || '-')) below++;
  const first = source.startsWith('--', below) && source.charAt(below + 2) !== '-';
  cursor.comment(at, end, first ? '--' : '---', '', true);
  return true;
};

/** `--[[…]]`, documentation with two more dashes; many close it with `--]]`. */
const readLongComment: Rule = (cursor) => {
  const { source, at } = cursor;
  const bracket = source.startsWith('--[', at) ? longBracket(source, at + 2) : undefined;
  if (bracket === undefined) return readDocumentation(cursor);
  const inner = at + 2 + bracket.open.length;
  const found = source.indexOf(bracket.close, inner);
  const end = found < 0 ? source.length : found + bracket.close.length;
  const doc = source.startsWith('--', inner) && source.charAt(inner + 2) !== '-';
  const open = source.slice(at, doc ? inner + 2 : inner);
  const dashed = source.startsWith('--', found - 2) && found - 2 >= at + open.length;
  cursor.comment(at, end, open, dashed ? `--${bracket.close}` : bracket.close, doc);
  return true;
};

/** Lua; LDoc's documentation begins with `---`. */
export const lua: Grammar = {
  lines: [{ open: '--' }],
  strings: [DOUBLE_QUOTED, SINGLE_QUOTED],
  rules: () => ({ '-': readLongComment, '[': readLongString }),
};
