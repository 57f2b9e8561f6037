import { isSpace } from './characters';
import type { Comment } from './comment';

/**
 * Code nested in something else: a hole in a string, an expression in markup, a shell substitution.
 * It ends at the `close` bracket that no `open` bracket inside it answers.
 */
export interface Frame {
  readonly open: number;
  readonly close: number;
  /** Brackets opened inside and not closed yet. */
  depth: number;
  /** Whether comments may stand inside. */
  readonly comments: boolean;
  /** Whether it may span lines where its language asks. */
  readonly lines: boolean;
  /** Takes the scan up again behind the closing bracket. */
  readonly resume: () => void;
}

/** Reads what stands at `cursor.at` and moves on; false (and nothing moved) when it is not its concern. */
export type Rule = (cursor: Cursor) => boolean;

/** The state of one scan. Nesting lives in `frames`, so no input can exhaust the call stack. */
export class Cursor {
  readonly source: string;
  readonly comments: Comment[] = [];
  readonly frames: Frame[] = [];
  at = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** The innermost frame. */
  get frame(): Frame | undefined {
    return this.frames[this.frames.length - 1];
  }

  /** Whether a comment may begin here. */
  get commentsAllowed(): boolean {
    return this.frame?.comments !== false;
  }

  startsWith(text: string, at = this.at): boolean {
    return this.source.startsWith(text, at);
  }

  code(at: number): number {
    return this.source.charCodeAt(at);
  }

  /** Notes a comment from `start` to `end`, without the blanks at its end, and moves behind it. */
  comment(start: number, end: number, open: string, close: string, doc: boolean): void {
    let last = end;
    while (last > start + open.length && isSpace(this.source.charCodeAt(last - 1))) last--;
    this.comments.push({ start, end: last, open, close, doc });
    this.at = end;
  }

  /** Moves `length` characters on into nested code that ends at `close`. */
  enter(
    length: number,
    brackets: string,
    resume: () => void,
    { comments = true, lines = true }: Partial<Pick<Frame, 'comments' | 'lines'>> = {},
  ): void {
    const open = brackets.charCodeAt(0);
    const close = brackets.charCodeAt(1);
    this.frames.push({ open, close, depth: 0, comments, lines, resume });
    this.at += length;
  }

  /**
   * The offset of the last character before `from` that is neither blank nor comment; `floor - 1` if
   * there is none from `floor` on.
   */
  before(from: number, floor = 0): number {
    let at = from - 1;
    for (let next = this.comments.length - 1; at >= floor; next--) {
      while (at >= floor && isSpace(this.source.charCodeAt(at))) at--;
      const comment = this.comments[next];
      if (at < floor || comment === undefined || comment.end !== at + 1) break;
      at = comment.start - 1;
    }
    return Math.max(at, floor - 1);
  }
}
