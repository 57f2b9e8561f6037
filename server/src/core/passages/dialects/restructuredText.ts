import type { Candidate } from '../candidate';
import { readComments } from '../commentCandidates';
import type { Comment } from '../scanning/comment';
import { type Line, linesOf, mergeCandidates, Paragraphs } from './paragraphs';
import { stripRestructuredText } from './restructuredTextMarkup';

const RULE = /^([!-/:-@[-`{-~])\1{2,}$/;
const SIMPLE_TABLE = /^\s*={2,}(?: +={2,})+$/;
/** Blocks that a blank line ends: grid tables, line blocks, doctests. */
const UNTIL_BLANK = /^\s*(?:\+-{2,}|\| |>>> )/;
const ITEM = /^\s*(?:[-*+•]|(?:\d{1,4}|#)[.)]|\(\d{1,4}\))\s+/;
const FIELD = /^\s*:[^:\s`][^:`]{0,80}:(?:\s|$)/;
const DIRECTIVE = /^\s*\.\. (?:\|[^|]{1,80}\| )?([\w:.+-]{1,60}?)::(?:\s+|$)/;
/** Link targets, footnotes, substitutions. */
const TARGET = /^\s*(?:\.\. [_[|]|__ )/;
const COMMENT = /^\s*\.\.(?:\s|$)/;
/** Directives whose content is prose of the document itself. */
const ADMONITIONS = new Set(
  'note warning tip important hint caution attention danger error seealso versionadded versionchanged deprecated'.split(
    ' ',
  ),
);
/** What follows these directives is a version number, and then prose. */
const VERSION = /^[\d.]{1,20}(?:\s+|$)/;

/** Paragraphs of a reStructuredText document, those of lists and admonitions too, and its comments. */
export function readRestructuredText(source: string): Candidate[] {
  const reader = new Reader(source);
  for (const line of linesOf(source)) reader.read(line);
  return reader.finish();
}

class Reader {
  readonly #source: string;
  readonly #paragraphs: Paragraphs;
  readonly #comments: Comment[] = [];
  /** The column of the paragraph's lines; undefined until its second line tells. */
  #column: number | undefined;
  /** The column of the current item's marker. */
  #marker = -1;
  #last = '';
  /** What is left out: lines further right than a column, or lines up to a certain one. */
  #skipRight: number | undefined;
  #skipUntil: 'blank' | 'rule' | undefined;
  /** Whether what is left out belongs to the last comment. */
  #inComment = false;

  constructor(source: string) {
    this.#source = source;
    this.#paragraphs = new Paragraphs(source, stripRestructuredText);
  }

  read(line: Line): void {
    const column = line.text.length - line.text.trimStart().length;
    const blank = line.text === '';
    if (this.#skipUntil !== undefined) {
      const ends = this.#skipUntil === 'blank' ? blank : blank && SIMPLE_TABLE.test(this.#last);
      if (ends) this.#skipUntil = undefined;
      this.#last = line.text;
    } else if (blank) {
      this.#close();
    } else if (this.#skipRight !== undefined && column > this.#skipRight) {
      if (this.#inComment) this.#extendComment(line);
    } else {
      this.#skipRight = undefined;
      this.#inComment = false;
      if (!this.#continues(line, column)) this.#begin(line, column);
    }
  }

  finish(): Candidate[] {
    this.#close();
    const comments = readComments(this.#source, { comments: () => this.#comments });
    return mergeCandidates(this.#paragraphs.candidates, comments);
  }

  /** Adds the line to the paragraph that is open; false when it begins something new. */
  #continues(line: Line, column: number): boolean {
    const { size } = this.#paragraphs;
    if (size === 0) return false;
    if (size === 1 && RULE.test(line.text)) {
      // The line above is a title.
      this.#paragraphs.drop();
      return true;
    }
    this.#column ??= column;
    if (column !== this.#column) {
      const isTerm = size === 1 && this.#marker < 0 && column > this.#column;
      if (isTerm && !this.#last.endsWith('::')) this.#paragraphs.drop();
      this.#close();
      if (this.#skipRight === undefined || column <= this.#skipRight) return false;
      return true;
    }
    this.#add(line, 0);
    return true;
  }

  #begin(line: Line, column: number): void {
    const { text } = line;
    if (RULE.test(text)) return;
    if (SIMPLE_TABLE.test(text)) this.#skipUntil = 'rule';
    else if (UNTIL_BLANK.test(text)) this.#skipUntil = 'blank';
    else if (FIELD.test(text) || TARGET.test(text)) this.#skipRight = column;
    else if (!this.#readDirective(line, column)) this.#beginParagraph(line, column);
  }

  #readDirective(line: Line, column: number): boolean {
    const { text } = line;
    const match = DIRECTIVE.exec(text);
    if (match === null && !COMMENT.test(text)) return false;
    if (match !== null && ADMONITIONS.has(match[1] ?? '')) {
      const from = match[0].length;
      this.#column = undefined;
      this.#marker = column;
      this.#add(line, from + (VERSION.exec(text.slice(from))?.[0].length ?? 0));
      return true;
    }
    this.#skipRight = column;
    this.#inComment = match === null;
    if (match === null) {
      const start = line.start + column;
      const end = line.start + text.length;
      this.#comments.push({ start, end, open: '..', close: '', doc: false });
    }
    return true;
  }

  #beginParagraph(line: Line, column: number): void {
    const item = ITEM.exec(line.text)?.[0].length;
    this.#marker = item === undefined ? -1 : column;
    this.#column = item ?? column;
    this.#add(line, item ?? 0);
  }

  #add(line: Line, from: number): void {
    this.#paragraphs.add(line.start + from, line.end);
    this.#last = line.text;
  }

  /** Ends the paragraph; two colons at its end announce a literal block. */
  #close(): void {
    const literal = this.#paragraphs.size > 0 && this.#last.endsWith('::');
    this.#paragraphs.close();
    if (literal) this.#skipRight = this.#column;
  }

  #extendComment(line: Line): void {
    const last = this.#comments.pop();
    if (last !== undefined) this.#comments.push({ ...last, end: line.start + line.text.length });
  }
}
