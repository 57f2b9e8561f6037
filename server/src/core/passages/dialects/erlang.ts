import { isNewline } from '../scanning/characters';
import { SINGLE_QUOTED } from '../scanning/common';
import type { Rule } from '../scanning/cursor';
import type { Grammar } from '../scanning/grammar';

/** A character: `$"`, `$%`, `$\"`. */
const readCharacter: Rule = (cursor) => {
  const { source, at } = cursor;
  const length = source.charAt(at + 1) === '\\' ? 3 : 2;
  if (isNewline(source.charCodeAt(at + length - 1))) return false;
  cursor.at = Math.min(at + length, source.length);
  return true;
};

/** Erlang; the number of percent signs says how far a comment is indented. */
export const erlang: Grammar = {
  lines: [{ open: '%%%' }, { open: '%%' }, { open: '%' }],
  strings: [
    { open: '"""', close: '"""', escape: 'none', lines: true, greedy: true },
    { open: '"', close: '"', escape: 'backslash', lines: true },
    SINGLE_QUOTED,
  ],
  rules: () => ({ $: readCharacter }),
};
