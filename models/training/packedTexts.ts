/**
 * Many texts in one buffer. A million strings on the heap would be walked at every collection; these are not there
 * until they are asked for.
 */
export class PackedTexts {
  readonly #bytes: Buffer;
  /** `[length + 1]`: where each text starts, and where the last one ends. */
  readonly #starts: Uint32Array;

  constructor(texts: readonly string[]) {
    this.#starts = new Uint32Array(texts.length + 1);
    let at = 0;
    texts.forEach((text, i) => {
      at += Buffer.byteLength(text);
      this.#starts[i + 1] = at;
    });
    this.#bytes = Buffer.allocUnsafe(at);
    texts.forEach((text, i) => {
      this.#bytes.write(text, this.#starts[i] as number);
    });
  }

  get length(): number {
    return this.#starts.length - 1;
  }

  at(index: number): string {
    return this.#bytes.toString('utf8', this.#starts[index], this.#starts[index + 1]);
  }
}
