import { countProseWords } from '../embeddings/words';
import { isNewline } from '../passages/scanning/characters';
import type { Filter } from './filter';

/** From so many words on, a remark at the end of a line is an explanation that could stand once. */
const ENOUGH_WORDS = 20;
const MARKER = /^(?:\/\/[/!]?<?|\/\*[*!]?<?|#|--|;|%|\(\*|\{-|')/;
/** Behind a decorator that tells one signature from the next. */
const OVERLOAD = /^\s*@(?:\w+\.)?overload\b/;
const LONGEST_LINE = 600;

/** Remarks behind the entries of an enumeration, a structure or a table: one of a run of such lines. */
export const trailingRun: Filter = {
  name: 'trailing-run',
  reason: 'Remarks behind the rows of a table are scanned, and read alike on purpose.',
  scope: 'passage',
  matches({ kind, start, end, text }, { source }) {
    if (kind !== 'comment' && kind !== 'doc') return false;
    const marker = MARKER.exec(source.slice(start, start + 4))?.[0];
    if (marker === undefined || !isBehindCode(source, start)) return false;
    if (countProseWords(text) >= ENOUGH_WORDS) return false;
    if (OVERLOAD.test(source.slice(lineStart(source, start), start))) return true;
    const above = lineBefore(source, lineStart(source, start));
    const below = lineAfter(source, end);
    return isRow(above, marker) || isRow(below, marker);
  },
};

function isBehindCode(source: string, start: number): boolean {
  return source.slice(lineStart(source, start), start).trim() !== '';
}

/** Whether a line has code and, behind it, the same mark of a comment. */
function isRow(line: string, marker: string): boolean {
  const at = line.lastIndexOf(marker);
  return at > 0 && /\S\s/.test(line.slice(0, at)) && line.slice(0, at).trim() !== '';
}

function lineStart(source: string, at: number): number {
  let start = at;
  while (start > 0 && !isNewline(source.charCodeAt(start - 1))) start--;
  return start;
}

function lineBefore(source: string, start: number): string {
  const end = source.startsWith('\r\n', start - 2) ? start - 2 : start - 1;
  if (end < 0) return '';
  return source.slice(Math.max(lineStart(source, end), end - LONGEST_LINE), end);
}

function lineAfter(source: string, end: number): string {
  const rest = source.slice(end, end + 2 * LONGEST_LINE);
  return rest.split(/\r\n|\r|\n/, 2)[1] ?? '';
}
