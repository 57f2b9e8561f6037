import { lineEnd } from './characters';
import type { Comment, CommentScanner } from './comment';
import { Cursor } from './cursor';
import type { Grammar } from './grammar';
import { rulesOf } from './rules';

/** Makes a scanner of a grammar. It takes linear time and never throws. */
export function scannerOf(grammar: Grammar): CommentScanner {
  return (source) => scan(source, grammar);
}

/** Finds the comments of `source` in one pass. */
export function scan(source: string, grammar: Grammar): Comment[] {
  const cursor = new Cursor(source);
  readShebang(cursor, grammar);
  const rules = rulesOf(grammar, cursor);
  while (cursor.at < source.length) {
    const at = nextRuled(source, cursor.at, rules);
    cursor.at = at;
    if (at < source.length && !rules[source.charCodeAt(at)]?.some((rule) => rule(cursor))) {
      cursor.at = at + 1;
    }
  }
  return cursor.comments;
}

/** The first offset from `from` on whose character a rule speaks of. */
function nextRuled(source: string, from: number, rules: readonly unknown[]): number {
  let at = from;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (code < rules.length && rules[code] !== undefined) break;
    at++;
  }
  return at;
}

/** A `#!` line stands alone: a comment of its own where `#` begins one, and nothing elsewhere. */
function readShebang(cursor: Cursor, grammar: Grammar): void {
  if (!cursor.startsWith('#!') || cursor.startsWith('#![')) return;
  const end = lineEnd(cursor.source, 0);
  if (grammar.lines?.some((line) => line.open === '#')) cursor.comment(0, end, '#!', '', false);
  cursor.at = end;
}
