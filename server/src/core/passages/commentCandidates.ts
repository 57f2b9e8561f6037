import { isDirectiveLine } from '../filters/directive';
import type { Candidate } from './candidate';
import { type DocTag, METADATA, splitDocBlock } from './comments/docBlocks';
import { groupComments } from './comments/groups';
import { proseOf } from './comments/prose';
import { undecorate } from './comments/undecorate';
import type { Dialect } from './languageTable';
import type { PassageKind } from './passage';
import { afterNewline, isNewline, isSpace } from './scanning/characters';
import type { Comment } from './scanning/comment';

type CommentDialect = Extract<Dialect, { comments: unknown }>;

/** The comment and documentation blocks of a source. */
export function readComments(source: string, dialect: CommentDialect): Candidate[] {
  return groupComments(source, dialect.comments(source), (text) =>
    isDirectiveLine(text.trim()),
  ).map((group) => candidateOf(source, group, dialect.docAbove));
}

function candidateOf(
  source: string,
  group: readonly Comment[],
  docAbove: RegExp | undefined,
): Candidate {
  const start = group[0]?.start ?? 0;
  const end = group[group.length - 1]?.end ?? start;
  const doc = group[0]?.doc || (docAbove !== undefined && standsAbove(source, end, docAbove));
  const kind: PassageKind = doc ? 'doc' : 'comment';
  const lines = undecorate(source, group);
  if (!doc) return { kind, start, end, text: proseOf(lines), lines, tags: [], described: true };
  const { description, tags } = splitDocBlock(lines);
  const text = proseOf(description);
  const described = text !== '';
  const tagText = described ? text : proseOf(proseLines(tags));
  return { kind, start, end, text: tagText, lines, tags, described };
}

function proseLines(tags: readonly DocTag[]): string[] {
  return tags.filter((tag) => !METADATA.has(tag.name)).flatMap((tag) => tag.lines);
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
