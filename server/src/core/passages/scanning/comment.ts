/** One comment as a scanner found it, before neighbours are joined. Offsets are UTF-16, end exclusive. */
export interface Comment {
  readonly start: number;
  readonly end: number;
  /** The delimiter it begins with, e.g. `//`, `///`, a block opener, `r"""`. */
  readonly open: string;
  /** The delimiter a block ends with (absent from the source when unclosed); empty for line comments. */
  readonly close: string;
  /** Whether the delimiters alone make it documentation. */
  readonly doc: boolean;
}

/** Finds the comments of a source, in order and without overlap; total for any string. */
export type CommentScanner = (source: string) => Comment[];

/** The same comments in a text that begins `offset` later. */
export function shiftComments(comments: readonly Comment[], offset: number): Comment[] {
  return comments.map((comment) => ({
    ...comment,
    start: comment.start + offset,
    end: comment.end + offset,
  }));
}
