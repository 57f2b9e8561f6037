import type { Rule } from '../scanning/cursor';
import type { Grammar } from '../scanning/grammar';

/** A character: `\"`, `\;`. */
const readCharacter: Rule = (cursor) => {
  cursor.at = Math.min(cursor.at + 2, cursor.source.length);
  return true;
};

/** Clojure, and its data notation. */
export const clojure: Grammar = {
  lines: [{ open: ';;;' }, { open: ';;' }, { open: ';' }],
  strings: [{ open: '"', close: '"', escape: 'backslash', lines: true }],
  rules: () => ({ '\\': readCharacter }),
};
