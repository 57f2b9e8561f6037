/** A place in a document: zero-based line, zero-based UTF-16 column (the LSP's default encoding). */
export interface Position {
  readonly line: number;
  readonly character: number;
}

const LF = 10;
const CR = 13;

/** Converts offsets of one text to positions. Lines end at `\n`, `\r\n` or a lone `\r`, as in the LSP. */
export class Lines {
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#starts = text.includes('\r') ? startsAmongReturns(text) : startsAfterFeeds(text);
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The position of `offset`, by binary search; an offset beyond the text lands on the last line. */
  positionAt(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - (this.#starts[low] ?? 0) };
  }
}

/** Where lines start in a text without carriage returns: searching for the next feed is many times as fast as looking at all. */
function startsAfterFeeds(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function startsAmongReturns(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  return starts;
}
