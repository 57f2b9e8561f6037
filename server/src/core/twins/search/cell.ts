import { BLOCK, BLOCK_LENGTH, clearHead, moveHead, writeHead } from './heads';
import type { KernelMemory } from './kernelMemory';

/** Blocks that a cell begins with; their number is doubled as it grows. */
const FIRST_BLOCKS = 2;

/** The ids of a cell and, in the kernel's memory, the heads of their vectors. */
export class Cell {
  readonly ids: number[] = [];
  readonly #memory: KernelMemory;
  #address: number;
  #capacity = FIRST_BLOCKS;

  constructor(memory: KernelMemory) {
    this.#memory = memory;
    this.#address = memory.take(bytesOf(FIRST_BLOCKS));
  }

  /** Of the first block; blocks follow each other. */
  get address(): number {
    return this.#address;
  }

  /** Blocks in use; free places in the last are nowhere near to anything. */
  get blocks(): number {
    return Math.ceil(this.ids.length / BLOCK);
  }

  /** @returns its place. */
  add(id: number, vector: Float32Array): number {
    const place = this.ids.length;
    if (place === this.#capacity * BLOCK) this.#grow();
    const heads = this.#memory.int16;
    const start = this.#address / 2;
    if (place % BLOCK === 0) {
      for (let free = 1; free < BLOCK; free++) clearHead(heads, start, place + free);
    }
    writeHead(heads, start, place, vector);
    this.ids.push(id);
    return place;
  }

  /**
   * Moves the last one into the gap.
   *
   * @returns the id that stands at the place now, if there is one.
   */
  removeAt(place: number): number | undefined {
    const last = this.ids.length - 1;
    const moved = this.ids[last] as number;
    const heads = this.#memory.int16;
    moveHead(heads, this.#address / 2, last, place);
    clearHead(heads, this.#address / 2, last);
    this.ids[place] = moved;
    this.ids.pop();
    return place === last ? undefined : moved;
  }

  #grow(): void {
    const bytes = bytesOf(this.#capacity);
    const address = this.#memory.take(2 * bytes);
    const from = this.#address / 2;
    this.#memory.int16.copyWithin(address / 2, from, from + bytes / 2);
    this.#memory.giveBack(this.#address, bytes);
    this.#address = address;
    this.#capacity *= 2;
  }
}

function bytesOf(blocks: number): number {
  return blocks * BLOCK_LENGTH * Int16Array.BYTES_PER_ELEMENT;
}
