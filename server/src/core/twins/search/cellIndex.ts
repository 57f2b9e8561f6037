import { Cell } from './cell';
import type { Centres } from './centres';
import { BLOCK, BLOCK_LENGTH, headLimit, writeHead } from './heads';
import { bestKernel, type KernelMaker, type SearchKernel } from './kernel';
import { KernelMemory } from './kernelMemory';
import { Meter, placeOfLeast } from './meter';
import type { VectorTable } from './vectorTable';

/** An id whose vector is within the radius asked for. */
export interface Near {
  readonly id: number;
  /** Euclidean, ≥ 0. */
  readonly distance: number;
}

/** More than the rounding of 32-bit numbers can make of a length between unit vectors, see `CLOSE`. */
const ROUNDING = 1e-4;
/** Nothing is ruled out between centres closer than this: rounding would grow by the inverse. */
const CLOSE = 0.1;

/**
 * Exact range search over unit vectors.
 *
 * Vectors lie in cells round centres. For centres A and B, how far a vector lies along the line from A to B differs
 * between two vectors by their distance at most; so a query that is nearest to B need not look into A's cell where it
 * lies beyond all vectors there by more than the radius. In a cell, heads rule out nearly all vectors; what remains is
 * measured in full.
 */
export class CellIndex {
  readonly #vectors: VectorTable;
  readonly #count: number;
  readonly #memory = new KernelMemory();
  readonly #kernel: SearchKernel;
  readonly #meter: Meter;
  readonly #cells: readonly Cell[];
  /** Half the inverse distance of two centres, `[count × count]`; 0 where they are close. */
  readonly #scales: Float32Array;
  /** How far the vectors of the second centre's cell reach towards the first, `[count × count]`. */
  readonly #reaches: Float32Array;
  /** By id; −1 for those that are not here. */
  readonly #cellOf: number[] = [];
  readonly #placeOf: number[] = [];
  readonly #wantedAt = this.#memory.take(BLOCK_LENGTH * 2);
  #passedAt = 0;
  #passedRoom = 0;
  #size = 0;

  constructor(vectors: VectorTable, centres: Centres, makeKernel: KernelMaker = bestKernel) {
    const { count } = centres;
    this.#vectors = vectors;
    this.#count = count;
    this.#kernel = makeKernel(this.#memory.memory);
    this.#meter = new Meter(centres, this.#memory, this.#kernel);
    this.#cells = Array.from({ length: count }, () => new Cell(this.#memory));
    this.#scales = scalesOf(centres, this.#meter);
    this.#reaches = new Float32Array(count * count).fill(Number.NEGATIVE_INFINITY);
  }

  get size(): number {
    return this.#size;
  }

  has(id: number): boolean {
    return (this.#cellOf[id] ?? -1) >= 0;
  }

  /** Adds a vector of the table that is not here yet. */
  insert(id: number): void {
    const vector = this.#vectors.row(id);
    this.#add(id, vector, this.#meter.measure(vector));
  }

  remove(id: number): void {
    const cell = this.#cells[this.#cellOf[id] ?? -1];
    if (!cell) return;
    const place = this.#placeOf[id] as number;
    const moved = cell.removeAt(place);
    if (moved !== undefined) this.#placeOf[moved] = place;
    this.#cellOf[id] = -1;
    this.#size--;
  }

  /** All vectors within `radius` of one, itself included where it is here; in no particular order. */
  within(vector: Float32Array, radius: number): Near[] {
    return this.#look(vector, radius, this.#meter.measure(vector));
  }

  /** Those within `radius` of a vector of the table that is not here yet; then adds it. */
  join(id: number, radius: number): Near[] {
    const vector = this.#vectors.row(id);
    const distances = this.#meter.measure(vector);
    const near = this.#look(vector, radius, distances);
    this.#add(id, vector, distances);
    return near;
  }

  #look(vector: Float32Array, radius: number, distances: Float32Array): Near[] {
    const near: Near[] = [];
    this.#want(vector);
    const limit = headLimit(radius);
    const own = placeOfLeast(distances);
    const toOwn = distances[own] as number;
    for (let centre = 0, pair = own * this.#count; centre < this.#count; centre++, pair++) {
      const along = ((distances[centre] as number) - toOwn) * (this.#scales[pair] as number);
      if (along - (this.#reaches[pair] as number) > radius + ROUNDING) continue;
      this.#lookInto(this.#cells[centre] as Cell, vector, radius, limit, near);
    }
    return near;
  }

  #lookInto(cell: Cell, vector: Float32Array, radius: number, limit: number, near: Near[]): void {
    const { blocks, ids, address } = cell;
    const found = this.#kernel.filter(address, blocks, this.#wantedAt, limit, this.#passedAt);
    if (found === 0) return;
    const passed = new Int32Array(this.#memory.memory.buffer, this.#passedAt, found);
    for (const place of passed) {
      const id = ids[place] as number;
      const squared = this.#vectors.squaredDistance(id, vector, radius * radius);
      if (squared <= radius * radius) near.push({ id, distance: Math.sqrt(squared) });
    }
  }

  /** Lays out what the kernel is to look for. */
  #want(vector: Float32Array): void {
    const heads = this.#memory.int16;
    for (let place = 0; place < BLOCK; place++) writeHead(heads, this.#wantedAt / 2, place, vector);
  }

  #add(id: number, vector: Float32Array, distances: Float32Array): void {
    const own = placeOfLeast(distances);
    this.#extend(own, distances);
    const cell = this.#cells[own] as Cell;
    this.#cellOf[id] = own;
    this.#placeOf[id] = cell.add(id, vector);
    this.#size++;
    this.#makeRoom(cell.blocks * BLOCK);
  }

  /** Lets a cell reach as far towards the others as a vector in it does. */
  #extend(own: number, distances: Float32Array): void {
    const toOwn = distances[own] as number;
    for (let other = 0, pair = own; other < this.#count; other++, pair += this.#count) {
      const along = (toOwn - (distances[other] as number)) * (this.#scales[pair] as number);
      if (along > (this.#reaches[pair] as number)) this.#reaches[pair] = along;
    }
  }

  /** Sees to room for as many places as the largest cell has. */
  #makeRoom(places: number): void {
    if (places <= this.#passedRoom) return;
    if (this.#passedRoom > 0) this.#memory.giveBack(this.#passedAt, this.#passedRoom * 4);
    this.#passedRoom = 2 * places;
    this.#passedAt = this.#memory.take(this.#passedRoom * 4);
  }
}

function scalesOf({ count, width, values }: Centres, meter: Meter): Float32Array {
  const scales = new Float32Array(count * count);
  for (let centre = 0; centre < count; centre++) {
    const squares = meter.measure(values.subarray(centre * width, (centre + 1) * width));
    squares.forEach((squared, other) => {
      scales[centre * count + other] = squared > CLOSE * CLOSE ? 0.5 / Math.sqrt(squared) : 0;
    });
  }
  return scales;
}
