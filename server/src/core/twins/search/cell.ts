import { BLOCK, FIRST, movePart, numberOf, SECOND, writePart } from './heads';
import type { KernelMemory } from './kernelMemory';

/** Blocks that a cell begins with; their number is doubled as it grows. */
const FIRST_BLOCKS = 2;
const BLOCK_BYTES = FIRST.bytes + SECOND.bytes;
/** The id of a free place. */
const NOBODY = -1;
/** 32-bit numbers of a cell in the kernel's table: address, blocks in use, blocks there are. */
export const RECORD = 3;

/** The heads of a cell's vectors and their ids, in the kernel's memory: first parts of all, then second parts. */
export class Cell {
  readonly #memory: KernelMemory;
  /** Where the kernel looks up this cell, in 32-bit numbers. */
  readonly #record: number;
  #address: number;
  #capacity = FIRST_BLOCKS;
  #size = 0;

  /** @param record the address of `RECORD` numbers that are this cell's. */
  constructor(memory: KernelMemory, record: number) {
    this.#memory = memory;
    this.#record = record / 4;
    this.#address = memory.take(FIRST_BLOCKS * BLOCK_BYTES);
    this.#tell();
  }

  /**
   * @param head not in the kernel's memory: that may move.
   * @returns its place.
   */
  add(id: number, head: Int8Array): number {
    if (this.#size === this.#capacity * BLOCK) this.#grow();
    const place = this.#size++;
    const { int8, int32 } = this.#memory;
    if (place % BLOCK === 0) {
      const first = this.#idAt(place);
      int32.fill(NOBODY, first, first + BLOCK);
    }
    const squared = writePart(int8, FIRST, this.#address, place, head);
    int32[numberOf(FIRST, this.#address, place) / 4] = -squared;
    writePart(int8, SECOND, this.#second, place, head);
    int32[this.#idAt(place)] = id;
    this.#tell();
    return place;
  }

  /**
   * Moves the last one into the gap.
   *
   * @returns the id that stands at the place now, if there is one.
   */
  removeAt(place: number): number | undefined {
    const last = --this.#size;
    const { int8, int32 } = this.#memory;
    if (place !== last) {
      movePart(int8, FIRST, this.#address, last, place);
      movePart(int8, SECOND, this.#second, last, place);
    }
    int32[this.#idAt(last)] = NOBODY;
    this.#tell();
    return place === last ? undefined : int32[this.#idAt(place)];
  }

  /** Blocks in use. */
  get blocks(): number {
    return Math.ceil(this.#size / BLOCK);
  }

  get #second(): number {
    return this.#address + this.#capacity * FIRST.bytes;
  }

  /** Where a place's id stands, in 32-bit numbers. */
  #idAt(place: number): number {
    return numberOf(SECOND, this.#second, place) / 4;
  }

  #grow(): void {
    const [before, beforeSecond, blocks] = [this.#address, this.#second, this.#capacity];
    this.#address = this.#memory.take(2 * blocks * BLOCK_BYTES);
    this.#capacity = 2 * blocks;
    const { int8 } = this.#memory;
    int8.copyWithin(this.#address, before, beforeSecond);
    int8.copyWithin(this.#second, beforeSecond, before + blocks * BLOCK_BYTES);
    this.#memory.giveBack(before, blocks * BLOCK_BYTES);
  }

  #tell(): void {
    const { int32 } = this.#memory;
    int32[this.#record] = this.#address;
    int32[this.#record + 1] = this.blocks;
    int32[this.#record + 2] = this.#capacity;
  }
}
