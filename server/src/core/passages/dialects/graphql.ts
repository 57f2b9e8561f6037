import { isSpace, isWordStart } from '../scanning/characters';
import { HASH } from '../scanning/common';
import type { Cursor, Rule } from '../scanning/cursor';
import type { Grammar } from '../scanning/grammar';
import { countBracket } from '../scanning/rules';
import { skipString } from '../scanning/strings';

/** How far back the token before a string is sought. */
const REACH = 1000;

/** GraphQL: a string above a definition, field or argument describes it. */
export const graphql: Grammar = { lines: [HASH], rules };

function rules(cursor: Cursor): Record<string, Rule> {
  let lists = 0;
  return {
    '"': () => readString(cursor, lists > 0),
    '[': () => {
      lists++;
      return countBracket(cursor);
    },
    ']': () => {
      lists = Math.max(0, lists - 1);
      return countBracket(cursor);
    },
  };
}

function readString(cursor: Cursor, inList: boolean): boolean {
  const { source, at } = cursor;
  const close = source.startsWith('"""', at) ? '"""' : '"';
  const last = cursor.before(at, Math.max(0, at - REACH));
  const value = inList || ':='.includes(source.charAt(last) || ' ');
  cursor.at += close.length;
  skipString(cursor, { open: close, close, escape: 'backslash', lines: close.length === 3 });
  const end = cursor.at;
  const closed = end - at >= 2 * close.length && source.startsWith(close, end - close.length);
  if (!value && closed && describes(source, end)) cursor.comment(at, end, close, close, true);
  return true;
}

/** Whether what is described follows: a name, or a directive or comment before it. */
function describes(source: string, end: number): boolean {
  let at = end;
  while (isSpace(source.charCodeAt(at))) at++;
  return isWordStart(source.charCodeAt(at)) || source.charAt(at) === '#';
}
