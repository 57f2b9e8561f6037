/** A line of a comment without its decoration. */
export interface Line {
  /** An uncut piece of the source, without blanks at its end. */
  readonly text: string;
  /** The offset behind it (UTF-16): it begins at `end - text.length`. */
  readonly end: number;
}

/** What may stand before a line's first word. */
const MARKS = /^(?:<[^<>]{0,400}>|[^\p{L}\p{N}<])*/u;

/** How many blanks a line begins with. */
export function marginOf({ text }: Line): number {
  return text.length - text.trimStart().length;
}

/** The offset at which a line begins behind its blanks. */
export function startOf({ text, end }: Line): number {
  return end - text.trimStart().length;
}

/** The offset of a line's first word, behind marks and elements: lists and headings begin like comments. */
export function firstWord({ text, end }: Line): number {
  const marks = MARKS.exec(text)?.[0].length ?? 0;
  return end - text.length + (marks < text.length ? marks : 0);
}
