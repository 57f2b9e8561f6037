import type { Candidate } from '../candidate';
import { fold } from '../comments/prose';
import { afterNewline, lineEnd } from '../scanning/characters';

/** Below this share of letters among its visible characters a paragraph is a drawing or figures. */
const LEAST_LETTERS = 0.6;
/** Words set apart by several blanks or tabs are columns. */
const COLUMNS = /\S(?: {3,40}|\t)\S/;

/** Paragraphs of plain text: lines up to a blank one. Drawings and tables are left out. */
export function readPlaintext(source: string): Candidate[] {
  const candidates: Candidate[] = [];
  let start = -1;
  for (let at = 0; at <= source.length; ) {
    const end = lineEnd(source, at);
    const blank = source.slice(at, end).trim() === '';
    if (!blank && start < 0) start = at;
    const last = end >= source.length;
    if (start >= 0 && (blank || last)) {
      const paragraph = candidateOf(source, start, blank ? at : end);
      if (paragraph !== undefined) candidates.push(paragraph);
      start = -1;
    }
    at = last ? source.length + 1 : afterNewline(source, end);
  }
  return candidates;
}

function candidateOf(source: string, from: number, to: number): Candidate | undefined {
  const raw = source.slice(from, to);
  const start = from + raw.length - raw.trimStart().length;
  const end = from + raw.trimEnd().length;
  const lines = source.slice(start, end).split(/\r\n|\r|\n/);
  if (!isProse(lines)) return undefined;
  const text = fold(lines.join(' '));
  return { kind: 'text', start, end, text, lines, tags: [], described: true };
}

function isProse(lines: readonly string[]): boolean {
  const visible = lines.join('').replace(/\s+/g, '');
  const letters = visible.replace(/[^\p{L}\p{M}]+/gu, '').length;
  if (letters < visible.length * LEAST_LETTERS) return false;
  const columns = lines.filter((line) => COLUMNS.test(line.slice(0, 2000))).length;
  return lines.length < 2 || columns < lines.length / 2;
}
