import { BACKSLASH, isNewline } from '../scanning/characters';
import type { Cursor, Rule } from '../scanning/cursor';

const SLASH = 47;
const OPEN_CLASS = 91;
const CLOSE_CLASS = 93;

/**
 * The offset of the slash that closes the regular expression begun at `at`; the line's end when none does.
 * A slash in a character class closes nothing.
 */
function skipRegex(source: string, at: number): number {
  let inClass = false;
  let end = at + 1;
  while (end < source.length) {
    const code = source.charCodeAt(end);
    if (isNewline(code) || (code === SLASH && !inClass)) break;
    if (code === OPEN_CLASS) inClass = true;
    else if (code === CLOSE_CLASS) inClass = false;
    const escaped = code === BACKSLASH && !isNewline(source.charCodeAt(end + 1));
    end += escaped ? 2 : 1;
  }
  return Math.min(end, source.length);
}

/**
 * A slash that begins a regular expression where `mayBegin` says that one may. One without an end on its line is
 * a division after all, and so are then all others on that line: each is looked at once.
 */
export function regexRule(mayBegin: (cursor: Cursor) => boolean): Rule {
  let divisionsUntil = 0;
  return (cursor) => {
    const { source, at } = cursor;
    if (at < divisionsUntil || !mayBegin(cursor)) return false;
    const end = skipRegex(source, at);
    if (end >= source.length || isNewline(source.charCodeAt(end))) {
      divisionsUntil = end;
      return false;
    }
    cursor.at = end + 1;
    return true;
  };
}
