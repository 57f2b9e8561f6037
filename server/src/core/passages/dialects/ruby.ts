import { isNewline, isSpace, isWord, lineEnd, wordEndingAt } from '../scanning/characters';
import { HASH } from '../scanning/common';
import type { Cursor, Rule } from '../scanning/cursor';
import type { Grammar, StringLiteral } from '../scanning/grammar';
import { skipString } from '../scanning/strings';
import { Heredocs } from './heredocs';
import { regexRule } from './regex';

const HOLE = { open: '#{', brackets: '{}' };
const HEREDOC =
  /^<<([~-]?)(?:([A-Za-z_]\w{0,80})|'([^'\n]{1,80})'|"([^"\n]{1,80})"|`([^`\n]{1,80})`)/;
const PERCENT = /^%[qQwWiIrsx]?([^\w\s])/;
const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };
const BEFORE_OPERAND = new Set(
  'if elsif unless when while until and or not in then return puts p do else yield case'.split(' '),
);

const quoted = (mark: string): StringLiteral => {
  return { open: mark, close: mark, escape: 'backslash', lines: true };
};

/** Ruby, with its here-documents, percent literals, regular expressions and `__END__`. */
export const ruby: Grammar = {
  lines: [HASH],
  blocks: [{ open: '=begin', close: '=end', atMargin: true }],
  strings: [{ ...quoted('"'), hole: HOLE }, quoted("'"), { ...quoted('`'), hole: HOLE }],
  nesting: '{}',
  rules,
};

function rules(cursor: Cursor): Record<string, Rule> {
  const heredocs = new Heredocs(cursor);
  const oneLine = regexRule(expectsOperand);
  const readRegex: Rule = () => readLongRegex(cursor) || oneLine(cursor);
  return {
    ...heredocs.rules,
    '<': () => announceHeredoc(cursor, heredocs),
    '%': readPercent,
    '/': readRegex,
    '?': readCharacter,
    $: readGlobal,
    _: endOfProgram,
  };
}

function announceHeredoc(cursor: Cursor, heredocs: Heredocs): boolean {
  if (!cursor.startsWith('<<')) return false;
  const match = HEREDOC.exec(cursor.source.slice(cursor.at, cursor.at + 100));
  const word = match?.[2] ?? match?.[3] ?? match?.[4] ?? match?.[5];
  if (match === null || word === undefined) return false;
  if (!heredocs.announce({ word, indented: match[1] !== '' })) return false;
  cursor.at += match[0].length;
  return true;
}

/** Whether an operand, not an operator, is due: `puts /x/` against `a / b`. */
function expectsOperand(cursor: Cursor): boolean {
  const { source, at } = cursor;
  const last = cursor.before(at);
  if (last < 0 || endsLine(source, last, at)) return true;
  if (`)]}"'\``.includes(source.charAt(last))) return false;
  if (followsOperator(source, last)) return true;
  const spaced = last < at - 1 && !isSpace(source.charCodeAt(at + 1));
  return spaced && !/[\d=]/.test(source.charAt(last)) && source.charAt(at + 1) !== '=';
}

/** Whether an operator or a keyword ends at `last`; the mark in `empty?` belongs to a name. */
function followsOperator(source: string, last: number): boolean {
  const marked = '?!'.includes(source.charAt(last)) && isWord(source.charCodeAt(last - 1));
  if (!isWord(source.charCodeAt(last)) && !marked) return !`)]}"'\``.includes(source.charAt(last));
  return BEFORE_OPERAND.has(wordEndingAt(source, last));
}

/** Whether a line ends between the two: no operator begins a line. */
function endsLine(source: string, last: number, at: number): boolean {
  return lineEnd(source, last + 1) < at;
}

/** A regular expression where nothing else can stand: it may span lines and has holes. */
function readLongRegex(cursor: Cursor): boolean {
  const { source, at } = cursor;
  const last = cursor.before(at);
  // `:/` is a symbol, `a./(b)` a call.
  if (last < 0 || ':.'.includes(source.charAt(at - 1))) return false;
  if (!followsOperator(source, last) || !source.includes('/', at + 1)) return false;
  cursor.at++;
  skipString(cursor, { ...quoted('/'), hole: HOLE });
  return true;
}

const readPercent: Rule = (cursor) => {
  const { source, at } = cursor;
  const match = PERCENT.exec(source.slice(at, at + 3));
  const open = match?.[1];
  if (match === null || open === undefined || !expectsOperand(cursor)) return false;
  const close = PAIRS[open] ?? open;
  let depth = 1;
  let end = at + match[0].length;
  while (end < source.length && depth > 0) {
    const character = source.charAt(end);
    if (character === '\\') end++;
    else if (character === close) depth--;
    else if (character === open) depth++;
    end++;
  }
  cursor.at = Math.min(end, source.length);
  return true;
};

/** `?#` is a character. */
const readCharacter: Rule = (cursor) => {
  const { source, at } = cursor;
  const single = !isWord(source.charCodeAt(at - 1)) && !isWord(source.charCodeAt(at + 2));
  if (!single || !`#"'\`/%`.includes(source.charAt(at + 1) || ' ')) return false;
  cursor.at += 2;
  return true;
};

/** Globals such as `$'` and `$"`. */
const readGlobal: Rule = (cursor) => {
  if (!`"'\`/`.includes(cursor.source.charAt(cursor.at + 1) || ' ')) return false;
  cursor.at += 2;
  return true;
};

/** What follows a line `__END__` is data. */
const endOfProgram: Rule = (cursor) => {
  const { source, at } = cursor;
  const after = at + '__END__'.length;
  if (!cursor.startsWith('__END__') || (at > 0 && !isNewline(source.charCodeAt(at - 1)))) {
    return false;
  }
  if (after < source.length && !isNewline(source.charCodeAt(after))) return false;
  cursor.at = source.length;
  return true;
};
