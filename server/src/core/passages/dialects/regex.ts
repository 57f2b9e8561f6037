import { BACKSLASH, isNewline } from '../scanning/characters';

const SLASH = 47;
const OPEN_CLASS = 91;
const CLOSE_CLASS = 93;

/**
 * The offset of the slash that closes the regular expression begun at `at`; the line's end when none does.
 * A slash in a character class closes nothing.
 */
export function skipRegex(source: string, at: number): number {
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
