import { BACKSLASH, BACKTICK, CR, isNewline, LF } from './characters';
import type { Cursor } from './cursor';
import type { StringLiteral } from './grammar';

/** The character that takes its successor's meaning away. */
const ESCAPES: Readonly<Partial<Record<StringLiteral['escape'], number>>> = {
  backslash: BACKSLASH,
  backtick: BACKTICK,
};

/**
 * Moves from the string's first character behind its end, or into its first hole (and then back).
 *
 * @param ended called with the cursor behind the string; never, when a hole is not closed.
 */
export function skipString(cursor: Cursor, literal: StringLiteral, ended?: () => void): void {
  const { source } = cursor;
  const { close, hole } = literal;
  const quote = close.charCodeAt(0);
  const bracket = hole?.open.charCodeAt(0);
  let at = cursor.at;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (hole !== undefined && code === bracket && source.startsWith(hole.open, at)) {
      const twice = hole.doubled === true && source.startsWith(hole.open, at + hole.open.length);
      if (!twice) {
        cursor.at = at;
        const resume = () => skipString(cursor, literal, ended);
        const { comments = true } = hole;
        cursor.enter(hole.open.length, hole.brackets, resume, { comments, lines: literal.lines });
        return;
      }
      at += 2 * hole.open.length;
    } else if (code === ESCAPES[literal.escape]) {
      at += source.charCodeAt(at + 1) === CR && source.charCodeAt(at + 2) === LF ? 3 : 2;
    } else if (code === quote && source.startsWith(close, at)) {
      at += close.length;
      if (literal.escape !== 'doubled' || !source.startsWith(close, at)) {
        while (literal.greedy && source.charCodeAt(at) === quote) at++;
        cursor.at = at;
        ended?.();
        return;
      }
      at += close.length;
    } else if (!literal.lines && isNewline(code)) {
      break;
    } else {
      at++;
    }
  }
  cursor.at = Math.min(at, source.length);
  ended?.();
}
