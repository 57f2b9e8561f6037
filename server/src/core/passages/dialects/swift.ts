import { NESTED_BLOCK, SLASHES } from '../scanning/common';
import type { Rule } from '../scanning/cursor';
import type { Grammar, StringLiteral } from '../scanning/grammar';
import { skipString } from '../scanning/strings';

const EXTENDED_OPENER = /^(#{1,60})("""|")/;

/** `#"…"#`: as many number signs close it, and open its holes. */
const readExtended: Rule = (cursor) => {
  const match = EXTENDED_OPENER.exec(cursor.source.slice(cursor.at, cursor.at + 64));
  if (match === null) return false;
  const [opener, hashes = '', quotes = ''] = match;
  cursor.at += opener.length;
  skipString(cursor, {
    open: opener,
    close: quotes + hashes,
    escape: 'none',
    lines: quotes.length === 3,
    hole: { open: `\\${hashes}(`, brackets: '()' },
  });
  return true;
};

const quoted = (mark: string): StringLiteral => {
  const hole = { open: '\\(', brackets: '()' };
  return { open: mark, close: mark, escape: 'backslash', lines: mark.length === 3, hole };
};

/** Swift. */
export const swift: Grammar = {
  lines: [SLASHES],
  blocks: [NESTED_BLOCK],
  strings: [quoted('"""'), quoted('"')],
  nesting: '()',
  rules: () => ({ '#': readExtended }),
};
