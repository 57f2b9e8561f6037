import type { Candidate } from '../passages/candidate';

/** What a filter may know besides the passage. */
export interface FilterContext {
  readonly source: string;
  /** VS Code language id. */
  readonly languageId: string;
  /** Where the document lies in its folder: relative, forward slashes; empty where that is not known. */
  readonly path: string;
}

/** One kind of repetition that needs no report. Filters are pure, and cheap on every input. */
export interface Filter {
  /** Shown to people as `silencedBy`. */
  readonly name: string;
  /** Why repeating this is legitimate, in a sentence for people. */
  readonly reason: string;
  /**
   * What it speaks for. `passage`: the passage alone. `comment`: all parts of a comment; it is asked of the
   * whole one. `file`: it is asked of the file's first comments or paragraphs, and one speaks for all.
   */
  readonly scope: 'passage' | 'comment' | 'file';
  readonly matches: (passage: Candidate, context: FilterContext) => boolean;
}

/** The first characters of the passage's lines: what a pattern may be tried on, however long the passage. */
export function headOf(passage: Candidate, limit = 4000): string {
  let head = '';
  for (const line of passage.lines) {
    head += `${line.slice(0, limit)}\n`;
    if (head.length > limit) break;
  }
  return head.slice(0, limit);
}
