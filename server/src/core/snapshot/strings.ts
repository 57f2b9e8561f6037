import type { FramedText } from '../embeddings/cache/frame';
import { SplitMap } from '../splitTables';

/** Texts that are written, each once. */
export class StringTable {
  readonly #places = new SplitMap<string, number>();
  readonly #texts: string[] = [];

  /** @returns its place. */
  add(text: string): number {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }

  /** In the order of their places. */
  get texts(): readonly string[] {
    return this.#texts;
  }
}

/** Texts that were written one behind the other. */
interface JoinedTexts {
  readonly joined: Pick<FramedText, 'text'>;
  /** The place of the first. */
  readonly first: number;
  /** Where each ends, in UTF-16 units. */
  readonly ends: Int32Array;
}

/**
 * Texts that were read. They stay joined, and each is cut out once somebody asks: of most nobody does, and engines move
 * about what is small and stays, but not what is large.
 */
export class StringReader {
  readonly #chunks: JoinedTexts[] = [];
  readonly #texts: (string | undefined)[] = [];
  readonly #parsed = new Map<number, unknown>();

  /** Takes texts whose places follow those of the texts before. @param lengths in UTF-16 units. */
  add(joined: Pick<FramedText, 'text'>, lengths: Int32Array): void {
    const ends = Int32Array.from(lengths);
    for (let i = 1; i < ends.length; i++) ends[i] = (ends[i] as number) + (ends[i - 1] as number);
    this.#chunks.push({ joined, first: this.#texts.length, ends });
    for (let i = 0; i < ends.length; i++) this.#texts.push(undefined);
  }

  /** Whether there is a text at a place. */
  has(place: number | undefined): place is number {
    return place !== undefined && place >= 0 && place < this.#texts.length;
  }

  /** @throws RangeError */
  at(place: number | undefined): string {
    if (!this.has(place)) throw new RangeError(`There is no text ${place}.`);
    const known = this.#texts[place];
    if (known !== undefined) return known;
    const text = this.#cut(place);
    this.#texts[place] = text;
    return text;
  }

  /** What a text that is JSON says: the same object each time. @throws SyntaxError, RangeError */
  parsed(place: number | undefined): unknown {
    const known = this.#parsed.get(place ?? -1);
    if (known !== undefined) return known;
    const value: unknown = JSON.parse(this.at(place));
    this.#parsed.set(place ?? -1, value);
    return value;
  }

  #cut(place: number): string {
    let low = 0;
    let high = this.#chunks.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#chunks[middle] as JoinedTexts).first <= place) low = middle;
      else high = middle;
    }
    const { joined, first, ends } = this.#chunks[low] as JoinedTexts;
    const start = place === first ? 0 : ends[place - first - 1];
    return joined.text.slice(start, ends[place - first]);
  }
}
