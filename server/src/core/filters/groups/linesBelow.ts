import { isNewline, isSpace, isWord, LF } from '../../passages/scanning/characters';

/** So many lines below a comment tell whether the code that it speaks of was copied with it. */
const MOST_LINES = 8;
const REACH = 1200;
/** `}`, `else {`: lines with fewer letters and digits are alike everywhere. */
const ENOUGH_CHARACTERS = 4;
/** Each line is kept as a mark of so many characters: one in a million other lines has the same. */
const MARK = 4;
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Marks of the first lines of code from an offset on, one behind the other; white space does not count. */
export function linesBelow(source: string, from: number): string {
  return asciiLinesBelow(source, from) ?? marksOf(codeBelow(source, from));
}

/** The same in one pass, of which there is one for each comment; undefined where it meets what is not ASCII. */
function asciiLinesBelow(source: string, from: number): string | undefined {
  const end = Math.min(source.length, from + REACH);
  let marks = '';
  let hash = FNV_BASIS;
  let [lines, length, characters] = [0, 0, 0];
  for (let at = from; at <= end && lines < MOST_LINES; at++) {
    const code = at < end ? source.charCodeAt(at) : LF;
    if (code > 127) return undefined;
    if (isNewline(code)) {
      if (characters >= ENOUGH_CHARACTERS) marks += markOfHash(hash);
      if (length > 0) lines++;
      hash = FNV_BASIS;
      [length, characters] = [0, 0];
    } else if (!isSpace(code)) {
      hash = Math.imul(hash ^ code, FNV_PRIME);
      length++;
      if (isWord(code)) characters++;
    }
  }
  return marks;
}

function codeBelow(source: string, from: number): string[] {
  return source
    .slice(from, from + REACH)
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/\s+/g, ''))
    .filter((line) => line !== '')
    .slice(0, MOST_LINES)
    .filter((line) => (line.match(/[\p{L}\p{N}_]/gu)?.length ?? 0) >= ENOUGH_CHARACTERS);
}

/** A mark of each, one behind the other. */
export function marksOf(lines: readonly string[]): string {
  return lines.map(markOf).join('');
}

export function countMarks(marks: string): number {
  return marks.length / MARK;
}

/** How many lines two places have in common, in whatever order. */
export function countShared(one: string, other: string): number {
  const marks = new Set(split(one));
  return new Set(split(other).filter((mark) => marks.has(mark))).size;
}

function split(lines: string): string[] {
  return Array.from({ length: lines.length / MARK }, (_, at) =>
    lines.slice(at * MARK, at * MARK + MARK),
  );
}

/** FNV-1a, cut down. */
function markOf(line: string): string {
  let hash = FNV_BASIS;
  for (let at = 0; at < line.length; at++) {
    hash = Math.imul(hash ^ line.charCodeAt(at), FNV_PRIME);
  }
  return markOfHash(hash);
}

function markOfHash(hash: number): string {
  return (hash >>> 0).toString(36).padStart(MARK, '0').slice(-MARK);
}
