import { HEAD, writeHead } from './heads';

/** Vectors that are about to be joined, by the cell that each belongs to. */
export class Staged {
  readonly #ids: Int32Array;
  readonly #cells: Int32Array;
  readonly #heads: Int8Array;
  #size = 0;

  constructor(room: number) {
    this.#ids = new Int32Array(room);
    this.#cells = new Int32Array(room);
    this.#heads = new Int8Array(room * HEAD);
  }

  add(id: number, cell: number, along: Float32Array): void {
    this.#ids[this.#size] = id;
    this.#cells[this.#size] = cell;
    writeHead(this.#heads, this.#size * HEAD, along);
    this.#size++;
  }

  idAt(place: number): number {
    return this.#ids[place] as number;
  }

  headAt(place: number): Int8Array {
    return this.#heads.subarray(place * HEAD, (place + 1) * HEAD);
  }

  /** Places in groups of one cell and at most `most`. */
  *groups(most: number): Generator<{ readonly cell: number; readonly places: readonly number[] }> {
    const places = new Map<number, number[]>();
    for (let place = 0; place < this.#size; place++) {
      const cell = this.#cells[place] as number;
      const others = places.get(cell);
      if (others) others.push(place);
      else places.set(cell, [place]);
    }
    for (const [cell, all] of places) {
      const parts = Math.ceil(all.length / most);
      for (let part = 0; part < parts; part++) {
        const [start, end] = [part, part + 1].map((i) => Math.round((i * all.length) / parts));
        yield { cell, places: all.slice(start, end) };
      }
    }
  }
}
