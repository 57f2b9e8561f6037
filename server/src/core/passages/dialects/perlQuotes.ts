import { BACKSLASH, isSpace, isWord, wordAt } from '../scanning/characters';
import type { Cursor } from '../scanning/cursor';

/** How many delimited parts follow each operator. */
const PARTS: Readonly<Record<string, number>> = {
  q: 1,
  qq: 1,
  qw: 1,
  qr: 1,
  qx: 1,
  m: 1,
  s: 2,
  tr: 2,
  y: 2,
};
const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** The delimiters that people write apart from the operator; others are operators of their own there. */
const AFTER_BLANKS = `([{</|!"'`;

/** Perl's operators that quote between delimiters of one's own choice: `q(…)`, `m{…}x`, `s/…/…/`. */
export class QuoteLike {
  readonly #cursor: Cursor;
  /** Delimiters that were sought in vain: they would be again. */
  readonly #unclosed = new Set<string>();

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
  }

  /** Moves behind the operator at the cursor; false when the letters are a name or a hash's key. */
  read(): boolean {
    const { source, at } = this.#cursor;
    const word = wordAt(source, at, 4);
    const parts = PARTS[word];
    if (parts === undefined || isWord(source.charCodeAt(at - 1))) return false;
    if (/\bsub\s{1,9}$/.test(source.slice(Math.max(0, at - 12), at))) return false;
    const open = this.#delimiter(at + word.length);
    if (open < 0) return false;
    let end = this.#partEnd(open);
    if (end >= 0 && parts === 2) {
      const second = PAIRS[source.charAt(open)] === undefined ? end - 1 : this.#skipBlanks(end);
      end = second < source.length ? this.#partEnd(second) : -1;
    }
    if (end < 0) return false;
    this.#cursor.at = end;
    return true;
  }

  /** The offset of the opening delimiter; -1 when none follows. */
  #delimiter(from: number): number {
    const { source } = this.#cursor;
    const at = this.#skipBlanks(from);
    const character = source.charAt(at);
    if (character === '' || isWord(source.charCodeAt(at)) || ')]}>,;='.includes(character))
      return -1;
    return at > from && !AFTER_BLANKS.includes(character) ? -1 : at;
  }

  /** The offset behind the part whose delimiter stands at `open`; -1 when nothing closes it. */
  #partEnd(open: number): number {
    const { source } = this.#cursor;
    const first = source.charAt(open);
    const close = PAIRS[first] ?? first;
    if (this.#unclosed.has(first)) return -1;
    let depth = 1;
    for (let at = open + 1; at < source.length; at++) {
      const character = source.charAt(at);
      if (source.charCodeAt(at) === BACKSLASH) at++;
      else if (character === close && --depth === 0) return at + 1;
      else if (character === first && first !== close) depth++;
    }
    this.#unclosed.add(first);
    return -1;
  }

  #skipBlanks(from: number): number {
    const { source } = this.#cursor;
    let at = from;
    while (isSpace(source.charCodeAt(at))) at++;
    return at;
  }
}
