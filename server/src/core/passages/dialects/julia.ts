import { readCharacter } from '../scanning/characterLiterals';
import {
  afterNewline,
  isFirstOnLine,
  isNewline,
  isSpace,
  isWord,
  wordEndingAt,
} from '../scanning/characters';
import { HASH } from '../scanning/common';
import type { Cursor, Rule } from '../scanning/cursor';
import type { Grammar, Hole } from '../scanning/grammar';
import { countBracket } from '../scanning/rules';
import { skipString } from '../scanning/strings';

const HOLE: Hole = { open: '$(', brackets: '()', comments: false };
/** What stands before a string that is a statement. */
const PREFIX = /(?:^|\s)(?:@doc[ \t]{1,20})?(?:raw|md|doc)?$/;
const DECLARATION =
  /^(?:(?:function|macro|struct|mutable|abstract|primitive|module|baremodule|const|@)|[\w.!]+(?:\{[^{}\n]{0,100}\})?\([^\n]*\)[^\n]*=)/;
const BLOCK_END = /^(?:end|else|elseif|catch|finally)\b|^[)\]},]/;
/** How far back the token before a string is sought. */
const REACH = 1000;
const GOES_ON = '=+-*/?:,&|<>~^([{';

/** Julia: a string above a definition documents it. */
export const julia: Grammar = {
  lines: [HASH],
  blocks: [{ open: '#=', close: '=#', nests: true }],
  strings: [{ open: '`', close: '`', escape: 'backslash', lines: true, hole: HOLE }],
  nesting: '()',
  rules,
};

function rules(cursor: Cursor): Record<string, Rule> {
  let lists = 0;
  const count = (change: number): Rule => {
    return () => {
      if (cursor.frames.length === 0) lists = Math.max(0, lists + change);
      return countBracket(cursor);
    };
  };
  const [open, close] = [count(1), count(-1)];
  return {
    '"': () => readString(cursor, lists === 0),
    "'": readCharacter,
    '(': open,
    '[': open,
    '{': open,
    ')': close,
    ']': close,
    '}': close,
  };
}

function readString(cursor: Cursor, outside: boolean): boolean {
  const { source, at } = cursor;
  const close = source.startsWith('"""', at) ? '"""' : '"';
  const plain = { open: close, close, escape: 'backslash', lines: true } as const;
  const before = outside && cursor.frames.length === 0 ? statementPrefix(cursor, at) : undefined;
  cursor.at += close.length;
  if (before !== undefined) {
    skipString(cursor, plain);
    if (documents(source, cursor.at, close, before.startsWith('@'))) {
      const prefix = wordEndingAt(source, at - 1);
      cursor.comment(at - prefix.length, cursor.at, prefix + close, close, true);
      return true;
    }
    cursor.at = at + close.length;
  }
  const prefixed = isWord(source.charCodeAt(at - 1));
  skipString(cursor, prefixed ? plain : { ...plain, hole: HOLE });
  return true;
}

/** What precedes a string that is first on its line, but for `@doc raw`; undefined for operands. */
function statementPrefix(cursor: Cursor, at: number): string | undefined {
  const { source } = cursor;
  const prefix = PREFIX.exec(source.slice(Math.max(0, at - 40), at))?.[0].trimStart();
  if (prefix === undefined) return undefined;
  const start = at - prefix.length;
  if (!isFirstOnLine(source, start)) return undefined;
  const last = source.charAt(cursor.before(start, Math.max(0, start - REACH)));
  return last !== '' && GOES_ON.includes(last) ? undefined : prefix;
}

/** Whether the line below the string (behind `@doc` also its own) goes on with what it documents. */
function documents(source: string, end: number, close: string, sameLine: boolean): boolean {
  if (!source.startsWith(close, end - close.length)) return false;
  let at = skipBlanks(source, end);
  const below = isNewline(source.charCodeAt(at));
  if (at >= source.length || !(below || sameLine)) return false;
  if (below) at = skipBlanks(source, afterNewline(source, at));
  const line = source.slice(at, at + 200).split(/[\r\n]/, 1)[0] ?? '';
  if (BLOCK_END.test(line)) return false;
  const named = isWord(line.charCodeAt(0)) || line.startsWith('@');
  return close.length === 3 || sameLine ? named : DECLARATION.test(line);
}

function skipBlanks(source: string, from: number): number {
  let at = from;
  while (isSpace(source.charCodeAt(at)) && !isNewline(source.charCodeAt(at))) at++;
  return at;
}
