import type { Candidate } from '../candidate';
import { readComments } from '../commentCandidates';
import type { Comment } from '../scanning/comment';
import { stripAsciiDoc } from './asciiDocMarkup';
import { type Line, linesOf, mergeCandidates, Paragraphs } from './paragraphs';

const DELIMITER =
  /^(?:-{4,200}|\.{4,200}|\+{4,200}|\/{4,200}|={4,200}|\*{4,200}|_{4,200}|--|```\w{0,30}|[|,:!]={3,200})$/;
/** Delimiters of blocks whose content is prose, unless a style says otherwise. */
const PROSE_BLOCK = /^(?:={4,}|\*{4,}|_{4,}|--)$/;
const COMMENT_BLOCK = /^\/{4,}$/;
const CODE_STYLE =
  /^\[(?:source|listing|literal|verse|stem|latexmath|asciimath|pass|plantuml|mermaid|ditaa|graphviz)\b|^\[,/;
const ATTRIBUTES = /^\[[^\]]{0,600}\]+$/;
const ITEM =
  /^\s*(?:(?:\*{1,5}|-|\.{1,5}|\d{1,4}\.)\s+(?:\[[ x*]\]\s+)?|<[\d.]{1,4}>\s+|[^\s:][^:]{0,100}:{2,4}(?:\s+|$))/;
/** Headings, attributes, block macros, titles, breaks, list continuations. */
const OTHER =
  /^(?:={1,6}\s|#{1,6}\s|:!?\w[^:]{0,80}:(?:\s|$)|\w{1,30}::\S{0,600}\[.*\]$|\.[^\s.]|'{3}$|<{3}$|\+$)/;

/** Paragraphs of an AsciiDoc document, those of lists and quotations too, and its comments. */
export function readAsciiDoc(source: string): Candidate[] {
  const reader = new Reader(source);
  for (const line of linesOf(source)) reader.read(line);
  return reader.finish();
}

class Reader {
  readonly #source: string;
  readonly #paragraphs: Paragraphs;
  readonly #comments: Comment[] = [];
  /** The line that ends what is left out; an empty one ends a literal paragraph. */
  #until: string | undefined;
  /** The delimiters of the blocks of prose that are open. */
  readonly #blocks: string[] = [];
  /** Where the comment block that is open began. */
  #commentStart = -1;
  /** Whether the attributes above say that code follows. */
  #code = false;

  constructor(source: string) {
    this.#source = source;
    this.#paragraphs = new Paragraphs(source, stripAsciiDoc);
  }

  read(line: Line): void {
    const { text } = line;
    if (this.#until !== undefined) {
      if (text === this.#until) this.#endBlock(line);
    } else if (text === '') {
      this.#paragraphs.close();
    } else if (DELIMITER.test(text)) {
      this.#readDelimiter(line);
    } else if (ATTRIBUTES.test(text)) {
      this.#paragraphs.close();
      this.#code ||= CODE_STYLE.test(text);
    } else {
      this.#readText(line);
    }
  }

  finish(): Candidate[] {
    this.#paragraphs.close();
    if (this.#commentStart >= 0) this.#addComment(this.#commentStart, this.#source.length, '////');
    const comments = readComments(this.#source, { comments: () => this.#comments });
    return mergeCandidates(this.#paragraphs.candidates, comments);
  }

  #readDelimiter({ start, text }: Line): void {
    const closes = this.#blocks[this.#blocks.length - 1] === text;
    if (!closes && this.#paragraphs.underlines(text.length)) {
      this.#paragraphs.drop();
      return;
    }
    this.#paragraphs.close();
    if (closes) {
      this.#blocks.pop();
    } else if (PROSE_BLOCK.test(text) && !this.#code) {
      this.#blocks.push(text);
    } else {
      if (COMMENT_BLOCK.test(text)) this.#commentStart = start;
      this.#until = text.startsWith('```') ? '```' : text;
    }
    this.#code = false;
  }

  #endBlock({ start, text }: Line): void {
    this.#until = undefined;
    if (this.#commentStart >= 0) this.#addComment(this.#commentStart, start + text.length, text);
    this.#commentStart = -1;
  }

  #readText(line: Line): void {
    const { start, end, text } = line;
    const code = this.#code;
    this.#code = false;
    if (text.startsWith('//')) {
      this.#paragraphs.close();
      this.#addComment(start, start + text.length, '');
      this.#code = code;
      return;
    }
    const item = ITEM.exec(text)?.[0].length;
    const fresh = this.#paragraphs.size === 0;
    if (OTHER.test(text)) {
      this.#paragraphs.close();
      this.#code = code;
    } else if (fresh && (code || (item === undefined && /^\s/.test(text)))) {
      this.#until = '';
    } else {
      if (item !== undefined) this.#paragraphs.close();
      this.#paragraphs.add(start + (item ?? 0), end);
    }
  }

  /** Adds a comment; without a closing delimiter it is one line. */
  #addComment(start: number, end: number, close: string): void {
    const open = close === '' ? '//' : close;
    this.#comments.push({ start, end, open, close, doc: false });
  }
}
