import { type Kernel, startKernel } from './kernel';
import { BLOCK_UNITS, HEAD_BYTES, type ScratchPlaces } from './layout';
import type { PackedModel } from './packedModel';
import { TokenTable } from './tokenTable';

/**
 * f(X) by the kernel: the same function as `embedBatch` in `forward.ts`, in 16-bit whole numbers where the products
 * are. One thread's; several may work on one shared memory, each with a scratch of its own.
 */
export class KernelPass {
  readonly #kernel: Kernel;
  readonly #model: PackedModel;
  readonly #scratch: ScratchPlaces;
  readonly #table: TokenTable;
  readonly #tokens: Uint32Array;
  readonly #steps: Int32Array;

  private constructor(kernel: Kernel, model: PackedModel, scratch: ScratchPlaces) {
    const { memory, layout } = model;
    this.#kernel = kernel;
    this.#model = model;
    this.#scratch = scratch;
    this.#table = new TokenTable(kernel, memory, layout, scratch);
    this.#tokens = new Uint32Array(memory.buffer, scratch.tokens, layout.rows * layout.steps);
    this.#steps = new Int32Array(memory.buffer, scratch.steps, layout.rows);
  }

  /** @param thread which of the layout's scratches is this thread's */
  static async start(model: PackedModel, thread: number): Promise<KernelPass> {
    const kernel = await startKernel(model.binary, model.memory);
    return new KernelPass(kernel, model, model.layout.scratches[thread] as ScratchPlaces);
  }

  /**
   * Embeds a batch: at most the layout's `rows` sequences of 1 to `steps` ids, **longest first**.
   *
   * @returns `[size, dimensions]`, rows of unit length
   */
  embed(sequences: readonly (readonly number[])[]): Float32Array {
    const { layout } = this.#model;
    this.#table.fill(sequences);
    sequences.forEach((sequence, row) => {
      this.#steps[row] = sequence.length;
      const first = row * layout.steps;
      sequence.forEach((token, t) => {
        this.#tokens[first + t] = this.#table.rowOf(token);
      });
    });
    this.#runDirections(sequences.length);
    return this.#project(sequences.length);
  }

  #runDirections(size: number): void {
    const { blocks, words, features: count, directions, steps: stride } = this.#model.layout;
    const { tokens, steps, hidden, state, features } = this.#scratch;
    const columns = 4 * BLOCK_UNITS * blocks;
    const wordsAt = HEAD_BYTES + columns * 4;
    this.#kernel.meanWords(size, tokens, stride, steps, 8, wordsAt, words, features, count * 4);
    directions.forEach(({ weights, scales }, direction) => {
      const scaleAt = direction * 4;
      const partAt = HEAD_BYTES + direction * columns * 2;
      const reversed = direction === 1;
      this.#kernel.runDirection(
        size,
        blocks,
        tokens,
        stride,
        steps,
        reversed,
        scaleAt,
        partAt,
        weights,
        scales,
        hidden,
        state,
      );
      const to = features + (words + direction * 2 * BLOCK_UNITS * blocks) * 4;
      this.#kernel.poolState(size, blocks, state, steps, to, count * 4);
    });
  }

  #project(size: number): Float32Array {
    const { layout, memory } = this.#model;
    const { projection, projectionBias, features: count, dimensions: padded } = layout;
    const { features, embeddings } = this.#scratch;
    const { dimensions } = layout.sizes;
    this.#kernel.multiply(features, projection, projectionBias, embeddings, size, count, padded);
    this.#kernel.toUnit(embeddings, size, padded);
    const rows = new Float32Array(size * dimensions);
    for (let row = 0; row < size; row++) {
      const from = embeddings + row * padded * 4;
      rows.set(new Float32Array(memory.buffer, from, dimensions), row * dimensions);
    }
    return rows;
  }
}
