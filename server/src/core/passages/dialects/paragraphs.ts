import type { Candidate } from '../candidate';
import { afterNewline, lineEnd } from '../scanning/characters';

/** One line of a document; offsets are UTF-16, the end exclusive and without the line break. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Without blanks at its end. */
  readonly text: string;
}

/** Half the visible characters of a line of prose are letters; of data and drawings fewer are. */
const LEAST_LETTERS = 0.5;

/** The lines of a source, the last one empty when the source ends with a line break. */
export function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; ; ) {
    const end = lineEnd(source, start);
    lines.push({ start, end, text: source.slice(start, end).trimEnd() });
    if (end >= source.length) return lines;
    start = afterNewline(source, end);
  }
}

/** Gathers the lines of paragraphs into candidates of kind `text`. */
export class Paragraphs {
  readonly candidates: Candidate[] = [];
  readonly #source: string;
  readonly #strip: (text: string) => string;
  #lines: string[] = [];
  #start = 0;
  #end = 0;

  /** @param strip takes the markup off a paragraph's lines, joined by line feeds. */
  constructor(source: string, strip: (text: string) => string) {
    this.#source = source;
    this.#strip = strip;
  }

  /** How many lines the paragraph has so far. */
  get size(): number {
    return this.#lines.length;
  }

  /** Whether the paragraph is one line of about this length: a title, if a rule follows. */
  underlines(length: number): boolean {
    const [line, second] = this.#lines;
    return line !== undefined && second === undefined && Math.abs(line.length - length) < 2;
  }

  /** Adds a piece of a line to the paragraph; blanks at its ends are left out. */
  add(from: number, to: number): void {
    const raw = this.#source.slice(from, to);
    const text = raw.trim();
    if (text === '') return;
    const start = from + raw.length - raw.trimStart().length;
    if (this.size === 0) this.#start = start;
    this.#end = start + text.length;
    this.#lines.push(text);
  }

  /** Ends the paragraph. One without prose is dropped. */
  close(): void {
    if (this.size === 0) return;
    const lines = this.#lines;
    this.#lines = [];
    const text = this.#strip(lines.join('\n')).replace(/\s+/g, ' ').trim();
    if (!isProse(text)) return;
    const [start, end] = [this.#start, this.#end];
    this.candidates.push({ kind: 'text', start, end, text, lines, tags: [], described: true });
  }

  /** Drops the paragraph: its lines turned out to be something else. */
  drop(): void {
    this.#lines = [];
  }
}

function isProse(text: string): boolean {
  const letters = text.replace(/[^\p{L}\p{M}]+/gu, '').length;
  return letters > 0 && letters >= text.replace(/\s+/g, '').length * LEAST_LETTERS;
}

/** Candidates of two readers in source order. */
export function mergeCandidates(...lists: readonly Candidate[][]): Candidate[] {
  return lists.flat().sort((a, b) => a.start - b.start);
}
