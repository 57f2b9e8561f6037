import { Cell, RECORD } from './cell';
import type { Centres } from './centres';
import { FIRST, HEAD, headLimit, WANTED_BYTES, writeWanted } from './heads';
import { bestKernel, type KernelMaker, type SearchKernel } from './kernel';
import { KernelMemory } from './kernelMemory';
import { Meter, placeOfLeast } from './meter';
import { NumberColumn } from './numberColumn';
import { Reaches } from './reaches';
import type { VectorTable } from './vectorTable';

/** An id whose vector is within the radius asked for. */
export interface Near {
  readonly id: number;
  /** Euclidean, ≥ 0. */
  readonly distance: number;
}

/**
 * Exact range search over unit vectors.
 *
 * Vectors are laid along a few axes, where no two are farther apart than they are, and lie in cells round centres; some
 * cells are ruled out as a whole (`Reaches`). In a cell, heads rule out nearly all vectors; what remains is measured in
 * full.
 */
export class CellIndex {
  readonly #vectors: VectorTable;
  readonly #memory = new KernelMemory();
  readonly #kernel: SearchKernel;
  readonly #meter: Meter;
  readonly #cells: readonly Cell[];
  readonly #reaches: Reaches;
  /** By id; −1 for those that are not here. */
  readonly #cellOf = new NumberColumn(-1);
  readonly #placeOf = new NumberColumn(-1);
  readonly #tableAt: number;
  readonly #listAt: number;
  readonly #wantedAt: number;
  #passedAt = 0;
  #passedRoom = 0;
  #size = 0;

  constructor(vectors: VectorTable, centres: Centres, makeKernel: KernelMaker = bestKernel) {
    const { count } = centres;
    this.#vectors = vectors;
    this.#kernel = makeKernel(this.#memory.memory);
    this.#meter = new Meter(centres, this.#memory, this.#kernel);
    this.#tableAt = this.#memory.take(count * RECORD * 4);
    this.#listAt = this.#memory.take(count * 4 + 16);
    this.#wantedAt = this.#memory.take(WANTED_BYTES);
    this.#cells = Array.from(
      { length: count },
      (_, i) => new Cell(this.#memory, this.#tableAt + i * RECORD * 4),
    );
    this.#reaches = new Reaches(centres, this.#meter, this.#memory, this.#kernel, this.#listAt);
  }

  get size(): number {
    return this.#size;
  }

  has(id: number): boolean {
    return this.#cellOf.at(id) >= 0;
  }

  /** Adds a vector of the table that is not here yet. */
  insert(id: number): void {
    const along = this.#meter.lay(this.#vectors.row(id));
    this.#add(id, along, this.#meter.measure());
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

  /** All vectors within `radius` of one, itself included where it is here; in no particular order. */
  within(vector: Float32Array, radius: number): Near[] {
    const along = this.#meter.lay(vector);
    return this.#look(vector, along, radius, this.#meter.measure());
  }

  /** Those within `radius` of a vector of the table that is not here yet; then adds it. */
  join(id: number, radius: number): Near[] {
    const vector = this.#vectors.row(id);
    const along = this.#meter.lay(vector);
    const distances = this.#meter.measure();
    const near = this.#look(vector, along, radius, distances);
    this.#add(id, along, distances);
    return near;
  }

  #look(
    vector: Float32Array,
    along: Float32Array,
    radius: number,
    distances: Float32Array,
  ): Near[] {
    const { int16, int32 } = this.#memory;
    const squared = writeWanted(int16, this.#wantedAt / 2, along);
    const own = placeOfLeast(distances);
    const toOwn = distances[own] as number;
    const listed = this.#reaches.list(radius, own, toOwn, distances.byteOffset);
    const found = this.#kernel.filter(
      this.#tableAt,
      this.#listAt,
      listed,
      this.#wantedAt,
      squared,
      headLimit(radius, FIRST.width),
      headLimit(radius, HEAD),
      this.#passedAt,
    );
    const near: Near[] = [];
    for (let i = this.#passedAt / 4, end = i + found; i < end; i++) {
      const id = int32[i] as number;
      const squared = this.#vectors.squaredDistance(id, vector, radius * radius);
      if (squared <= radius * radius) near.push({ id, distance: Math.sqrt(squared) });
    }
    return near;
  }

  #add(id: number, along: Float32Array, distances: Float32Array): void {
    const own = placeOfLeast(distances);
    this.#reaches.extend(own, distances[own] as number, distances.byteOffset);
    // Only now: it may move the kernel's memory, where `distances` lie.
    this.#placeOf.set(id, (this.#cells[own] as Cell).add(id, along));
    this.#cellOf.set(id, own);
    this.#size++;
    this.#makeRoom(this.#size);
  }

  /** Sees to room for as many ids. */
  #makeRoom(ids: number): void {
    if (ids <= this.#passedRoom) return;
    if (this.#passedRoom > 0) this.#memory.giveBack(this.#passedAt, this.#passedRoom * 4);
    this.#passedRoom = 2 * ids;
    this.#passedAt = this.#memory.take(this.#passedRoom * 4);
  }
}
