/** Rows per block: the table grows by a block, so that no copy of all vectors is ever made. */
const BLOCK_ROWS = 2048;

/** The one copy of all embeddings, by id: small whole numbers that are used again once they are free. */
export class VectorTable {
  readonly dimensions: number;
  readonly #blocks: Float32Array[] = [];

  constructor(dimensions: number) {
    this.dimensions = dimensions;
  }

  /** @param vector `dimensions` numbers, unit length. */
  set(id: number, vector: Float32Array): void {
    const block = Math.floor(id / BLOCK_ROWS);
    while (this.#blocks.length <= block) {
      this.#blocks.push(new Float32Array(BLOCK_ROWS * this.dimensions));
    }
    (this.#blocks[block] as Float32Array).set(vector, (id % BLOCK_ROWS) * this.dimensions);
  }

  /** A view of one vector; it changes when the id is given away again. */
  row(id: number): Float32Array {
    const start = (id % BLOCK_ROWS) * this.dimensions;
    const block = this.#blocks[Math.floor(id / BLOCK_ROWS)] as Float32Array;
    return block.subarray(start, start + this.dimensions);
  }

  /**
   * The squared distance of a vector to that of an id, or some number above `limit` once it is beyond.
   *
   * Summed in the order of the coordinates, as `energies.euclidean` sums: the very same number.
   */
  squaredDistance(id: number, vector: Float32Array, limit: number): number {
    const block = this.#blocks[Math.floor(id / BLOCK_ROWS)] as Float32Array;
    const start = (id % BLOCK_ROWS) * this.dimensions;
    const { dimensions } = this;
    let sum = 0;
    for (let i = 0; i < dimensions && sum <= limit; ) {
      const end = Math.min(dimensions, i + 16);
      for (; i < end; i++) {
        const difference = (vector[i] as number) - (block[start + i] as number);
        sum += difference * difference;
      }
    }
    return sum;
  }
}
