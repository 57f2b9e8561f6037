import { isFirstOnLine, lineEnd } from '../scanning/characters';
import { C_BLOCK, SINGLE_QUOTED, SLASHES } from '../scanning/common';
import type { Cursor, Rule } from '../scanning/cursor';
import type { Grammar } from '../scanning/grammar';
import { skipString } from '../scanning/strings';

const OPENER = /^([$@]{0,8})("+)/;
const HOLE = { open: '{', brackets: '{}', doubled: true };

/** All of C#'s strings: plain, verbatim, interpolated and raw. */
function readString(cursor: Cursor): boolean {
  const { source, at } = cursor;
  const match = OPENER.exec(source.slice(at, at + 40));
  if (match === null) return false;
  const [, prefix = '', quotes = ''] = match;
  if (quotes.length >= 3 && !prefix.includes('@')) {
    const end = source.indexOf(quotes, at + match[0].length);
    cursor.at = end < 0 ? source.length : end + quotes.length;
    return true;
  }
  const verbatim = prefix.includes('@');
  cursor.at += prefix.length + 1;
  skipString(cursor, {
    open: '"',
    close: '"',
    escape: verbatim ? 'doubled' : 'backslash',
    lines: verbatim,
    ...(prefix.includes('$') ? { hole: HOLE } : {}),
  });
  return true;
}

/** What stands behind these is text. */
const MESSAGE = /^#\s{0,20}(?:region|endregion|error|warning)\b/;

/** `#region Don't // split`. Behind other directives a comment is one. */
const readDirective: Rule = (cursor) => {
  const { source, at } = cursor;
  if (!MESSAGE.test(source.slice(at, at + 32)) || !isFirstOnLine(source, at)) return false;
  cursor.at = lineEnd(cursor.source, cursor.at);
  return true;
};

/** C#. */
export const csharp: Grammar = {
  lines: [SLASHES],
  blocks: [C_BLOCK],
  strings: [SINGLE_QUOTED],
  nesting: '{}',
  rules: () => ({ '"': readString, $: readString, '@': readString, '#': readDirective }),
};
