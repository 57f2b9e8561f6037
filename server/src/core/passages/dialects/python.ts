import { BACKSLASH, isNewline, isSpace, isWord, wordAt } from '../scanning/characters';
import { HASH } from '../scanning/common';
import type { Cursor, Rule } from '../scanning/cursor';
import type { Grammar, StringLiteral } from '../scanning/grammar';
import { countBracket } from '../scanning/rules';
import { skipString } from '../scanning/strings';

const HEADERS = new Set(['def', 'class', 'async']);
const HASH_CODE = 35;
const SEMICOLON = 59;

/** Python: a string that is the first statement of a module, class or function is documentation. */
export const python: Grammar = { lines: [HASH], rules };

/** The logical line being read; a logical line goes on inside brackets. */
interface Statement {
  start: number;
  brackets: number;
  /** Whether the statement before was a header (or the file has just begun). */
  mayDocument: boolean;
  /** Whether it is, or ends in, documentation: the next string is none. */
  documented: boolean;
}

function rules(cursor: Cursor): Record<string, Rule> {
  const statement: Statement = { start: 0, brackets: 0, mayDocument: true, documented: false };
  const open: Rule = () => {
    if (cursor.frames.length === 0) statement.brackets++;
    return countBracket(cursor);
  };
  const close: Rule = () => {
    if (cursor.frames.length === 0) statement.brackets = Math.max(0, statement.brackets - 1);
    return countBracket(cursor);
  };
  const quote: Rule = () => readString(cursor, statement);
  const newline: Rule = () => endLine(cursor, statement);
  const brackets = { '(': open, '[': open, '{': open, ')': close, ']': close, '}': close };
  return { ...brackets, '"': quote, "'": quote, '\n': newline, '\r': newline };
}

function endLine(cursor: Cursor, statement: Statement): boolean {
  const { source, at } = cursor;
  cursor.at = at + 1;
  const afresh = startsAfresh(source, at + 1);
  if (afresh) statement.brackets = 0;
  leaveFrames(cursor, afresh);
  if (cursor.frames.length > 0) return true;
  if (statement.brackets > 0 || source.charCodeAt(at - 1) === BACKSLASH) return true;
  const last = cursor.before(at, statement.start);
  if (statement.documented) {
    statement.mayDocument = false;
    statement.documented = false;
  } else if (last >= statement.start) {
    statement.mayDocument = isHeader(source, statement.start) && source.charAt(last) === ':';
  }
  statement.start = at + 1;
  return true;
}

/** A hole cannot leave the line of a short string in code that is being typed: the string was never closed. */
function leaveFrames({ frames }: Cursor, all: boolean): void {
  const short = all ? 0 : frames.findIndex(({ lines }) => !lines);
  if (short >= 0) frames.length = short;
}

/** A definition at the margin shows that a bracket above was forgotten. */
function startsAfresh(source: string, at: number): boolean {
  return source.startsWith('def ', at) || source.startsWith('class ', at);
}

function isHeader(source: string, start: number): boolean {
  let at = start;
  while (isSpace(source.charCodeAt(at))) at++;
  return HEADERS.has(wordAt(source, at));
}

function readString(cursor: Cursor, statement: Statement): boolean {
  const { source, at } = cursor;
  const start = prefixStart(source, at);
  const prefix = source.slice(start, at).toLowerCase();
  const mark = source.charAt(at);
  const close = source.startsWith(mark.repeat(3), at) ? mark.repeat(3) : mark;
  const alone = cursor.frames.length === 0 && isStatement(cursor, statement, start);
  cursor.at = at + close.length;
  skipString(cursor, literal(close, prefix.includes('f') || prefix.includes('t')));
  const end = cursor.at;
  if (alone && /^[ru]?$/.test(prefix) && source.startsWith(close, end - close.length)) {
    if (endsStatement(source, end)) {
      cursor.comment(start, end, source.slice(start, at) + close, close, true);
      statement.documented = true;
    }
  }
  return true;
}

function prefixStart(source: string, at: number): number {
  let start = at;
  while (at - start < 2 && /[rbuft]/i.test(source.charAt(start - 1))) start--;
  return isWord(source.charCodeAt(start - 1)) ? at : start;
}

function literal(close: string, formatted: boolean): StringLiteral {
  const hole = { open: '{', brackets: '{}', doubled: true, comments: false };
  const plain = { open: close, close, escape: 'backslash', lines: close.length === 3 } as const;
  return formatted ? { ...plain, hole } : plain;
}

/** Whether the string at `start` begins the statement in which documentation may stand. */
function isStatement(cursor: Cursor, statement: Statement, start: number): boolean {
  if (statement.brackets > 0) return false;
  const last = cursor.before(start, statement.start);
  if (last < statement.start) return statement.mayDocument;
  return cursor.source.charAt(last) === ':' && isHeader(cursor.source, statement.start);
}

function endsStatement(source: string, end: number): boolean {
  let at = end;
  while (isSpace(source.charCodeAt(at)) && !isNewline(source.charCodeAt(at))) at++;
  const code = source.charCodeAt(at);
  return at >= source.length || isNewline(code) || code === HASH_CODE || code === SEMICOLON;
}
