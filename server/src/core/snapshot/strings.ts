/** Texts that are written, each once. */
export class StringTable {
  readonly #places = new Map<string, number>();

  /** @returns its place. */
  add(text: string): number {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.#places.size);
    return this.#places.size - 1;
  }

  /** In the order of their places. */
  get texts(): readonly string[] {
    return [...this.#places.keys()];
  }
}

/** Texts that were read. */
export class StringReader {
  readonly #texts: readonly string[];
  readonly #parsed = new Map<number, unknown>();

  constructor(texts: readonly string[]) {
    this.#texts = texts;
  }

  /** @throws RangeError */
  at(place: number | undefined): string {
    const text = this.#texts[place ?? -1];
    if (typeof text !== 'string') throw new RangeError(`There is no text ${place}.`);
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
}
