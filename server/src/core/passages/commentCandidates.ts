import { isDirectiveLine } from '../filters/directive';
import type { Candidate } from './candidate';
import { docCandidates } from './comments/docCandidates';
import { groupComments } from './comments/groups';
import type { Line } from './comments/line';
import { proseOf, proseRange } from './comments/prose';
import { undecorate } from './comments/undecorate';
import type { Dialect } from './languageTable';
import { afterNewline, isNewline, isSpace } from './scanning/characters';
import type { Comment } from './scanning/comment';

type CommentDialect = Extract<Dialect, { comments: unknown }>;

/** The comment and documentation blocks of a source. */
export function readComments(source: string, dialect: CommentDialect): Candidate[] {
  return groupComments(source, dialect.comments(source), (text) =>
    isDirectiveLine(text.trim()),
  ).flatMap((group) => candidatesOf(source, group, dialect.docAbove));
}

function candidatesOf(
  source: string,
  group: readonly Comment[],
  docAbove: RegExp | undefined,
): Candidate[] {
  const start = group[0]?.start ?? 0;
  const end = group[group.length - 1]?.end ?? start;
  const lines = undecorate(source, group);
  if (group[0]?.doc || (docAbove !== undefined && standsAbove(source, end, docAbove))) {
    return docCandidates(start, end, lines);
  }
  const texts = lines.map(({ text }) => text);
  const text = proseOf(texts);
  const whole: Candidate = {
    kind: 'comment',
    start,
    end,
    text,
    lines: texts,
    tags: [],
    described: true,
  };
  return [withoutLastLine(whole, lines)];
}

/** A block comment that is closed on a line of its own ends for readers with its last line of prose. */
function withoutLastLine(whole: Candidate, lines: readonly Line[]): Candidate {
  if (lines.at(-1)?.text !== '') return whole;
  const range = proseRange(whole.lines);
  const last = range && lines[range.last];
  return last === undefined ? whole : { ...whole, end: last.end, commentEnd: whole.end, whole };
}

/** Whether the line right below the block is a declaration. */
function standsAbove(source: string, end: number, declaration: RegExp): boolean {
  let at = skipBlanks(source, end);
  if (at >= source.length || !isNewline(source.charCodeAt(at))) return false;
  at = skipBlanks(source, afterNewline(source, at));
  return declaration.test(source.slice(at, at + 40));
}

function skipBlanks(source: string, from: number): number {
  let at = from;
  while (isSpace(source.charCodeAt(at)) && !isNewline(source.charCodeAt(at))) at++;
  return at;
}
