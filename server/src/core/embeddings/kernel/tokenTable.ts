import { type StoredNumbers, widen } from '../weightFile';
import type { Kernel } from './kernel';
import {
  BLOCK_UNITS,
  FILL_ROWS,
  HEAD_BYTES,
  type KernelLayout,
  type ScratchPlaces,
} from './layout';

/** Where in a row's head the mark of a filled row is, in 32-bit words. */
const FILLED = 3;

/**
 * x·W + b of both directions and the word vector x, per token, in 16-bit whole numbers: half of an LSTM step depends
 * on the token alone. A row is made when its token is first met. Threads that share the memory may make the
 * same row at the same time: they write the same bytes, and the mark comes last.
 */
export class TokenTable {
  readonly #layout: KernelLayout;
  readonly #scratch: ScratchPlaces;
  readonly #kernel: Kernel;
  readonly #stored: StoredNumbers;
  readonly #vectors: Float32Array;
  readonly #heads: Int32Array;

  constructor(
    kernel: Kernel,
    memory: WebAssembly.Memory,
    layout: KernelLayout,
    scratch: ScratchPlaces,
  ) {
    this.#kernel = kernel;
    this.#layout = layout;
    this.#scratch = scratch;
    const { vocabulary, embedding } = layout.sizes;
    const { bytes, coding } = layout.wordStore;
    const Numbers = bytes === 1 ? Uint8Array : bytes === 2 ? Uint16Array : Float32Array;
    const stored = new Numbers(memory.buffer, layout.storedWords, vocabulary * embedding);
    this.#stored = { stored, coding };
    this.#vectors = new Float32Array(memory.buffer, scratch.vectors, FILL_ROWS * layout.words);
    this.#heads = new Int32Array(memory.buffer);
  }

  /** Address of a token's row; whether it is filled is another question. */
  rowOf(token: number): number {
    return this.#layout.table + token * this.#layout.tableRowBytes;
  }

  /** Makes the rows that are not there yet. */
  fill(sequences: readonly (readonly number[])[]): void {
    let missing: number[] = [];
    const seen = new Set<number>();
    for (const sequence of sequences) {
      for (const token of sequence) {
        if (Atomics.load(this.#heads, this.#markOf(token)) === 1 || seen.has(token)) continue;
        seen.add(token);
        missing.push(token);
        if (missing.length < FILL_ROWS) continue;
        this.#make(missing);
        missing = [];
      }
    }
    if (missing.length > 0) this.#make(missing);
  }

  #markOf(token: number): number {
    return this.rowOf(token) / 4 + FILLED;
  }

  #make(tokens: readonly number[]): void {
    const { blocks, words, inputWeights, inputBias, sizes } = this.#layout;
    const { vectors, projected } = this.#scratch;
    tokens.forEach((token, i) => {
      const vector = this.#vectors.subarray(i * words, (i + 1) * words);
      widen(this.#stored, token * sizes.embedding, sizes.embedding, vector);
    });
    const columns = 4 * BLOCK_UNITS * blocks;
    const { multiply, quantise } = this.#kernel;
    multiply(vectors, inputWeights, inputBias, projected, tokens.length, words, 2 * columns);
    tokens.forEach((token, i) => {
      const row = this.rowOf(token);
      const from = projected + i * 2 * columns * 4;
      const to = row + HEAD_BYTES;
      quantise(from, to, columns, row);
      quantise(from + columns * 4, to + columns * 2, columns, row + 4);
      quantise(vectors + i * words * 4, to + columns * 4, words, row + 8);
      Atomics.store(this.#heads, this.#markOf(token), 1);
    });
  }
}
