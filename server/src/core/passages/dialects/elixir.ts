import { isNewline, isWord } from '../scanning/characters';
import { HASH } from '../scanning/common';
import type { Cursor, Rule } from '../scanning/cursor';
import type { Grammar, Hole, StringLiteral } from '../scanning/grammar';
import { skipString } from '../scanning/strings';

const HOLE: Hole = { open: '#{', brackets: '{}' };
const DOCUMENTATION = /^@(?:moduledoc|typedoc|shortdoc|doc)[ \t]{1,20}((?:~[sS])?("""|'''|"))/;
const SIGIL = /^~(?:([a-z])|[A-Z][A-Z0-9]{0,20})("""|'''|[/|"'([{<])/;
const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

const literal = (close: string): StringLiteral => {
  return { open: close, close, escape: 'backslash', lines: true };
};

/** Elixir: `@doc` and its like name the string behind them documentation. */
export const elixir: Grammar = {
  lines: [HASH],
  strings: ['"""', "'''", '"', "'"].map((mark) => ({ ...literal(mark), hole: HOLE })),
  nesting: '{}',
  rules: () => ({ '@': readDocumentation, '~': readSigil, '?': readCharacter }),
};

function readDocumentation(cursor: Cursor): boolean {
  const { source, at } = cursor;
  const [match, open = '', close = ''] = DOCUMENTATION.exec(source.slice(at, at + 50)) ?? [];
  if (match === undefined || !cursor.commentsAllowed) return false;
  const start = at + match.length - open.length;
  const plain = literal(close);
  const holed = open.startsWith('~S') ? plain : { ...plain, hole: { ...HOLE, comments: false } };
  cursor.at += match.length;
  skipString(cursor, holed, () => cursor.comment(start, cursor.at, open, close, true));
  return true;
}

/** `~r/…/`, `~s(…)`, `~S"""…"""`; only those with a small letter have holes. */
function readSigil(cursor: Cursor): boolean {
  const { source, at } = cursor;
  const [match, small, open = ''] = SIGIL.exec(source.slice(at, at + 26)) ?? [];
  if (match === undefined) return false;
  cursor.at += match.length;
  const plain = literal(PAIRS[open] ?? open);
  skipString(cursor, small === undefined ? plain : { ...plain, hole: HOLE });
  return true;
}

/** A character: `?#`, `?"`, `?\\`. A mark that ends a name is none. */
const readCharacter: Rule = (cursor) => {
  const { source, at } = cursor;
  if (isWord(source.charCodeAt(at - 1)) || isNewline(source.charCodeAt(at + 1))) return false;
  cursor.at = Math.min(at + (source.charAt(at + 1) === '\\' ? 3 : 2), source.length);
  return true;
};
