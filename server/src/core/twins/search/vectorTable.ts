/**
 * The table grows by a block, so that no copy of all vectors is ever made. A block is large enough to be memory of its own
 * (allocators map 32 MB and more apart from the rest), of which a process holds what was written alone; smaller ones,
 * which stay, would keep what was freed between them from being given back.
 */
const BLOCK_BYTES = 2 ** 25;

/** The one copy of all embeddings, by id: small whole numbers that are used again once they are free. */
export class VectorTable {
  readonly dimensions: number;
  readonly #blocks: Float32Array[] = [];
  readonly #blockRows: number;

  constructor(dimensions: number) {
    this.dimensions = dimensions;
    this.#blockRows = Math.ceil(BLOCK_BYTES / (dimensions * Float32Array.BYTES_PER_ELEMENT));
  }

  /** @param vector `dimensions` numbers, unit length. */
  set(id: number, vector: Float32Array): void {
    const block = Math.floor(id / this.#blockRows);
    while (this.#blocks.length <= block) {
      this.#blocks.push(new Float32Array(this.#blockRows * this.dimensions));
    }
    (this.#blocks[block] as Float32Array).set(vector, (id % this.#blockRows) * this.dimensions);
  }

  /** A view of one vector; it changes when the id is given away again. */
  row(id: number): Float32Array {
    const start = (id % this.#blockRows) * this.dimensions;
    const block = this.#blocks[Math.floor(id / this.#blockRows)] as Float32Array;
    return block.subarray(start, start + this.dimensions);
  }

  /**
   * The squared distance of a vector to that of an id, or some number above `limit` once it is beyond.
   *
   * Summed in the order of the coordinates, as `energies.euclidean` sums: the very same number.
   */
  squaredDistance(id: number, vector: Float32Array, limit: number): number {
    const block = this.#blocks[Math.floor(id / this.#blockRows)] as Float32Array;
    const start = (id % this.#blockRows) * this.dimensions;
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
