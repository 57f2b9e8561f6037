import { isWord } from './characters';
import type { Rule } from './cursor';

const CHARACTER = /^'(?:\\[^\n\r][^\n\r']{0,12}|[^\\'\n\r])'/u;
const AFTER_OPERAND = ")]'";

/**
 * A quote where most quotes are none: `'"'` is a character if it is closed at once; `'a` names a type, `x'` a variable,
 * and `x'` behind an operand may be an operator (Julia).
 */
export const readCharacter: Rule = (cursor) => {
  const { source, at } = cursor;
  const before = source.charAt(at - 1);
  const joined =
    isWord(source.charCodeAt(at - 1)) || (before !== '' && AFTER_OPERAND.includes(before));
  const match = joined ? null : CHARACTER.exec(source.slice(at, at + 18));
  cursor.at += match === null ? 1 : match[0].length;
  return true;
};
