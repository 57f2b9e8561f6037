import { BACKSLASH, isFirstOnLine, isNewline, isSpace, lineEnd } from './characters';
import type { Cursor, Rule } from './cursor';
import type { BlockComment, Grammar, LineComment, StringLiteral } from './grammar';
import { skipString } from './strings';

const OPERATORS = ';&|()';

/** The grammar's rules for one scan, by character code (ASCII), in the order they are to be tried. */
export function rulesOf(grammar: Grammar, cursor: Cursor): (readonly Rule[] | undefined)[] {
  const table: (Rule[] | undefined)[] = new Array(128).fill(undefined);
  const add = (text: string, rule: Rule) => {
    const code = text.charCodeAt(0);
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
    cursor.comment(at, lineCommentEnd(source, at, line), doc ?? line.open, '', doc !== undefined);
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

/** The documentation opener at `at`; one drawn longer (`////`) is a banner, and none. */
function docOpener(source: string, at: number, docs: readonly string[] = []): string | undefined {
  return docs.find((doc) => {
    const next = source.charAt(at + doc.length);
    return source.startsWith(doc, at) && next !== doc.charAt(doc.length - 1) && next !== '/';
  });
}

function blockRule(block: BlockComment): Rule {
  return (cursor) => {
    const { source, at } = cursor;
    if (!source.startsWith(block.open, at) || !cursor.commentsAllowed) return false;
    if (block.atMargin && at > 0 && !isNewline(source.charCodeAt(at - 1))) return false;
    const doc = docOpener(source, at, block.docs);
    const end = block.nests ? nestedEnd(source, at, block) : flatEnd(source, at, block);
    cursor.comment(at, end, doc ?? block.open, block.close, doc !== undefined);
    return true;
  };
}

function flatEnd(source: string, at: number, block: BlockComment): number {
  const close = block.atMargin ? `\n${block.close}` : block.close;
  const end = source.indexOf(close, at + block.open.length);
  return end < 0 ? source.length : end + close.length;
}

function nestedEnd(source: string, from: number, { open, close }: BlockComment): number {
  const [first, last] = [open.charCodeAt(0), close.charCodeAt(0)];
  let depth = 1;
  let at = from + open.length;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (code === last && source.startsWith(close, at)) {
      at += close.length;
      if (--depth === 0) return at;
    } else if (code === first && source.startsWith(open, at)) {
      at += open.length;
      depth++;
    } else {
      at++;
    }
  }
  return source.length;
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
