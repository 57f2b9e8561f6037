import { afterNewline, lineEnd } from '../scanning/characters';
import type { Comment } from '../scanning/comment';
import type { Line } from './line';

/** A run of the marker's last character drawn on: `////`, `####`, `//!!`. */
const DRAWN_ON = /^[/!#*;-]{1,200}(?=[\s/!#*;-]|$)/;

/**
 * The lines of joined comments without their delimiters and the stars down the left side; indentation
 * behind the marker is kept, blanks at the end are not.
 */
export function undecorate(source: string, comments: readonly Comment[]): Line[] {
  const lines: Line[] = [];
  for (const comment of comments) {
    const inner = comment.start + comment.open.length;
    if (comment.close !== '') {
      for (const line of blockLines(source, comment, inner)) lines.push(line);
    } else {
      for (const line of split(source, inner, comment.end)) lines.push(withoutRun(line));
    }
  }
  return lines;
}

function split(source: string, start: number, end: number): Line[] {
  const lines: Line[] = [];
  for (let at = start; ; ) {
    const stop = Math.min(lineEnd(source, at), end);
    const text = source.slice(at, stop).trimEnd();
    lines.push({ text, end: Math.min(at, end) + text.length });
    if (stop >= end) return lines;
    at = afterNewline(source, stop);
  }
}

function withoutRun(line: Line): Line {
  return withoutBlank({ text: line.text.replace(DRAWN_ON, ''), end: line.end });
}

function blockLines(source: string, comment: Comment, inner: number): Line[] {
  const { open, close, end } = comment;
  const closed = end - inner >= close.length && source.startsWith(close, end - close.length);
  const lines = split(source, inner, closed ? end - close.length : Math.max(inner, end));
  if (!open.startsWith('/*')) return lines;
  const starred = lines.length > 1 && lines.slice(1, -1).every(({ text }) => /^\s*\*/.test(text));
  return lines.map((line) => withoutStars(line, starred));
}

/** Stars stand apart from the text, or on every line; otherwise they may be emphasis. */
function withoutStars({ text, end }: Line, starred: boolean): Line {
  const stars = /^\s*\*+(?=\s|$)/.exec(text) ?? (starred ? /^\s*\*/.exec(text) : null);
  return withoutBlank({ text: stars === null ? text : text.slice(stars[0].length), end });
}

function withoutBlank({ text, end }: Line): Line {
  return { text: text.startsWith(' ') ? text.slice(1) : text, end };
}
