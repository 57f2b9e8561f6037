import { blockRule, docOpener } from './blocks';
import { BACKSLASH, isFirstOnLine, isNewline, isSpace, lineEnd } from './characters';
import type { Cursor, Rule } from './cursor';
import type { Grammar, LineComment, StringLiteral } from './grammar';
import { skipString } from './strings';

const OPERATORS = ';&|()';

/** The grammar's rules for one scan, by character code, in the order they are to be tried. */
export function rulesOf(grammar: Grammar, cursor: Cursor): (readonly Rule[] | undefined)[] {
  const table: (Rule[] | undefined)[] = new Array(128).fill(undefined);
  const add = (text: string, rule: Rule) => {
    const code = text.charCodeAt(0);
    // Holes would make each look-up slow.
    while (table.length <= code) table.push(undefined);
    const rules = table[code] ?? [];
    rules.push(rule);
    table[code] = rules;
  };
  for (const [first, rule] of Object.entries(grammar.rules?.(cursor) ?? {})) add(first, rule);
  for (const block of grammar.blocks ?? []) add(block.open, blockRule(block));
  for (const line of grammar.lines ?? []) add(line.open, lineRule(line));
  for (const literal of byLength(grammar.strings ?? [])) add(literal.open, stringRule(literal));
  for (const bracket of grammar.nesting ?? '') add(bracket, countBracket);
  return table;
}

function byLength(strings: readonly StringLiteral[]): StringLiteral[] {
  return [...strings].sort((a, b) => b.open.length - a.open.length);
}

function lineRule(line: LineComment): Rule {
  return (cursor) => {
    const { source, at } = cursor;
    if (!source.startsWith(line.open, at) || !cursor.commentsAllowed) return false;
    if (!standsRight(source, at, line.where)) return false;
    if (line.except?.some((other) => source.startsWith(other, at))) return false;
    const doc = docOpener(source, at, line.docs);
    const open = line.docsBegin ? line.open : (doc ?? line.open);
    cursor.comment(at, lineCommentEnd(source, at, line), open, '', doc !== undefined);
    return true;
  };
}

function standsRight(source: string, at: number, where: LineComment['where']): boolean {
  if (where === 'line') return isFirstOnLine(source, at);
  if (where === undefined || at === 0) return true;
  return isSpace(source.charCodeAt(at - 1)) || OPERATORS.includes(source.charAt(at - 1));
}

function lineCommentEnd(source: string, at: number, line: LineComment): number {
  if (line.until !== undefined) return endBefore(source, at, line.until);
  let end = lineEnd(source, at);
  while (line.continues && source.charCodeAt(end - 1) === BACKSLASH && end < source.length) {
    end = lineEnd(source, end + (source.startsWith('\r\n', end) ? 2 : 1));
  }
  return end;
}

/** The line's end, or where `until` stands before it; looks no further than that. */
function endBefore(source: string, at: number, until: string): number {
  const first = until.charCodeAt(0);
  let end = at;
  while (end < source.length && !isNewline(source.charCodeAt(end))) {
    if (source.charCodeAt(end) === first && source.startsWith(until, end)) break;
    end++;
  }
  return end;
}

function stringRule(literal: StringLiteral): Rule {
  return (cursor) => {
    if (!cursor.startsWith(literal.open)) return false;
    cursor.at += literal.open.length;
    skipString(cursor, literal);
    return true;
  };
}

/** Counts a bracket for the innermost frame, and leaves the frame at its last one. */
export function countBracket(cursor: Cursor): boolean {
  const { frame } = cursor;
  const code = cursor.code(cursor.at);
  cursor.at++;
  if (frame?.close === code) {
    if (frame.depth > 0) {
      frame.depth--;
    } else {
      cursor.frames.pop();
      frame.resume();
    }
  } else if (frame?.open === code) {
    frame.depth++;
  }
  return true;
}
