import type { Comment } from '../scanning/comment';

const NEWLINE = /\r\n|\r|\n/;

/** A run of the marker's last character drawn on: `////`, `####`, `//!!`. */
const DRAWN_ON = /^[/!#*;-]{1,200}(?=[\s/!#*;-]|$)/;

/**
 * The lines of joined comments without their delimiters and the stars down the left side; indentation
 * behind the marker is kept, blanks at the end are not.
 */
export function undecorate(source: string, comments: readonly Comment[]): string[] {
  const lines: string[] = [];
  for (const comment of comments) {
    const { start, end, open, close } = comment;
    if (close !== '') {
      for (const line of blockLines(source.slice(start, end), open, close)) lines.push(line);
    } else {
      const parts = source.slice(start + open.length, end).split(NEWLINE);
      for (const part of parts) lines.push(lineText(part));
    }
  }
  return lines;
}

function lineText(part: string): string {
  const text = part.replace(DRAWN_ON, '').trimEnd();
  return text.startsWith(' ') ? text.slice(1) : text;
}

function blockLines(block: string, open: string, close: string): string[] {
  const closed = block.endsWith(close) && block.length >= open.length + close.length;
  const inner = block.slice(open.length, closed ? -close.length : undefined);
  const lines = inner.split(NEWLINE);
  if (!open.startsWith('/*')) return lines.map((line) => line.trimEnd());
  const starred = lines.length > 1 && lines.slice(1, -1).every((line) => /^\s*\*/.test(line));
  return lines.map((line) => withoutStars(line.trimEnd(), starred));
}

/** Stars stand apart from the text, or on every line; otherwise they may be emphasis. */
function withoutStars(line: string, starred: boolean): string {
  const stars = /^\s*\*+(?=\s|$)/.exec(line) ?? (starred ? /^\s*\*/.exec(line) : null);
  const text = stars === null ? line : line.slice(stars[0].length);
  return text.startsWith(' ') ? text.slice(1) : text;
}
