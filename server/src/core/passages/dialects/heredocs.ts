import { afterNewline, isWord, lineEnd } from '../scanning/characters';
import type { Cursor, Rule } from '../scanning/cursor';

/** How a here-document's last line may look. */
export interface Terminator {
  readonly word: string;
  /** Blanks before the word are allowed. */
  readonly indented: boolean;
  /** Code may follow the word on its line (PHP). */
  readonly followed?: boolean;
}

/** Here-documents announced on the current line; their bodies begin on the next. */
export class Heredocs {
  readonly #cursor: Cursor;
  readonly #pending: Terminator[] = [];
  #lastLines: ReadonlyMap<string, number> | undefined;
  /** What a grammar's rules must hold for the bodies to be skipped. */
  readonly rules: Readonly<Record<'\n' | '\r', Rule>>;

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
    const newline = () => this.#skipBodies();
    this.rules = { '\n': newline, '\r': newline };
  }

  /** Notes a here-document; false when no line below could end it, so `<<` means something else. */
  announce(terminator: Terminator): boolean {
    this.#lastLines ??= lastLines(this.#cursor.source);
    if ((this.#lastLines.get(terminator.word) ?? -1) < this.#cursor.at) return false;
    this.#pending.push(terminator);
    return true;
  }

  /** At a line break: moves behind the bodies of what was announced. False when nothing was. */
  #skipBodies(): boolean {
    if (this.#pending.length === 0) return false;
    const { source } = this.#cursor;
    let at = afterNewline(source, this.#cursor.at);
    for (const terminator of this.#pending.splice(0)) {
      let ended = false;
      while (!ended && at < source.length) {
        const end = lineEnd(source, at);
        const last = terminatedAt(source, at, end, terminator);
        ended = last >= 0;
        at = ended && terminator.followed ? last : afterNewline(source, end);
      }
    }
    this.#cursor.at = at;
    return true;
  }
}

/** Where the terminating word ends on the line; -1 when the line is part of the body. */
function terminatedAt(source: string, at: number, end: number, terminator: Terminator): number {
  let start = at;
  while (terminator.indented && start < end && ' \t'.includes(source.charAt(start))) start++;
  const last = start + terminator.word.length;
  if (!source.startsWith(terminator.word, start)) return -1;
  const ends = terminator.followed ? !isWord(source.charCodeAt(last)) : last === end;
  return ends ? last : -1;
}

/** Where each line, and each line's first word, last begins; long lines end nothing. */
function lastLines(source: string): Map<string, number> {
  const last = new Map<string, number>();
  for (let at = 0; at < source.length; ) {
    const end = lineEnd(source, at);
    const line = source.slice(at, Math.min(end, at + 120)).trim();
    last.set(line, at);
    last.set(/^\w+/.exec(line)?.[0] ?? line, at);
    at = afterNewline(source, end);
  }
  return last;
}
