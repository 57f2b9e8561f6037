import { readCharacter } from '../scanning/characterLiterals';
import { DOUBLE_QUOTED } from '../scanning/common';
import type { Rule } from '../scanning/cursor';
import type { Grammar } from '../scanning/grammar';

const SYMBOLS = '!#$%&*+./<=>?@\\^|~:';

/** `-->` and `|--` are operators: such dashes are passed over, others are left to the comments. */
const readDashes: Rule = (cursor) => {
  const { source, at } = cursor;
  if (!source.startsWith('--', at)) return false;
  let end = at;
  while (source.charAt(end) === '-') end++;
  const neighbours = [source.charAt(at - 1), source.charAt(end)];
  if (!neighbours.some((symbol) => symbol !== '' && SYMBOLS.includes(symbol))) return false;
  cursor.at = end;
  return true;
};

/** Haskell, whose documentation begins with `-- |` or `{-|`. Pragmas are no comments. */
export const haskell: Grammar = {
  lines: [{ open: '--', docs: ['-- |', '-- ^', '-- $', '-- *'], docsBegin: true }],
  blocks: [{ open: '{-', close: '-}', docs: ['{-|', '{-^'], except: ['{-#'], nests: true }],
  strings: [DOUBLE_QUOTED],
  rules: () => ({ '-': readDashes, "'": readCharacter }),
};
