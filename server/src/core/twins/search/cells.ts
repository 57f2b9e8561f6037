import { Cell, RECORD } from './cell';
import type { KernelMemory } from './kernelMemory';
import { NumberColumn } from './numberColumn';

/** All cells, and which of them a vector's head lies in. */
export class Cells {
  /** Address of what the kernel knows of each. */
  readonly table: number;
  readonly #cells: readonly Cell[];
  /** By id; −1 for those that are not here. */
  readonly #cellOf = new NumberColumn(-1);
  readonly #placeOf = new NumberColumn(-1);
  #size = 0;

  constructor(count: number, memory: KernelMemory) {
    this.table = memory.take(count * RECORD * 4);
    this.#cells = Array.from(
      { length: count },
      (_, i) => new Cell(memory, this.table + i * RECORD * 4),
    );
  }

  get count(): number {
    return this.#cells.length;
  }

  /** Vectors in all of them. */
  get size(): number {
    return this.#size;
  }

  /** Blocks of heads that a cell has. */
  blocksOf(cell: number): number {
    return (this.#cells[cell] as Cell).blocks;
  }

  has(id: number): boolean {
    return this.#cellOf.at(id) >= 0;
  }

  /** Adds a vector that is not here yet. */
  add(id: number, cell: number, head: Int8Array): void {
    this.#placeOf.set(id, (this.#cells[cell] as Cell).add(id, head));
    this.#cellOf.set(id, cell);
    this.#size++;
  }

  remove(id: number): void {
    const cell = this.#cells[this.#cellOf.at(id)];
    if (!cell) return;
    const place = this.#placeOf.at(id);
    const moved = cell.removeAt(place);
    if (moved !== undefined) this.#placeOf.set(moved, place);
    this.#cellOf.set(id, -1);
    this.#size--;
  }
}
