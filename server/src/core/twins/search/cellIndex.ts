import { Cells } from './cells';
import type { Centres } from './centres';
import { FIRST, HEAD, headLimit, WANTED_BYTES, writeHead, writeWanted } from './heads';
import { bestKernel, type KernelMaker, type SearchKernel } from './kernel';
import { KernelMemory } from './kernelMemory';
import { BATCH, Matcher } from './matcher';
import { type Measured, Meter } from './meter';
import { Reaches } from './reaches';
import { Room } from './room';
import { Staged } from './staged';
import type { VectorTable } from './vectorTable';

/** An id whose vector is within the radius asked for. */
export interface Near {
  readonly id: number;
  /** Euclidean, ≥ 0. */
  readonly distance: number;
}

/** An id that was added, and those within the radius of it that were added before. */
export interface Joined {
  readonly id: number;
  readonly near: readonly Near[];
}

/** As few are joined one by one: in batches of some, sorting cells would cost more than it spares. */
const FEW = 512;
/** The same, per cell. */
const FEW_PER_CELL = 4;
const NOBODY: readonly Joined[] = [];

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
  readonly #cells: Cells;
  readonly #reaches: Reaches;
  readonly #matcher: Matcher;
  readonly #listAt: number;
  readonly #wantedAt: number;
  readonly #passed: Room;
  /** Of the vector that was laid last. */
  readonly #head = new Int8Array(HEAD);

  constructor(vectors: VectorTable, centres: Centres, makeKernel: KernelMaker = bestKernel) {
    const { count } = centres;
    const memory = this.#memory;
    this.#vectors = vectors;
    this.#kernel = makeKernel(memory.memory);
    this.#meter = new Meter(centres, memory, this.#kernel);
    this.#listAt = memory.take(count * 4 + 16);
    this.#wantedAt = memory.take(WANTED_BYTES);
    this.#passed = new Room(memory);
    this.#cells = new Cells(count, memory);
    this.#reaches = new Reaches(centres, this.#meter, memory, this.#kernel, this.#listAt);
    this.#matcher = new Matcher(centres, this.#cells, memory, this.#kernel);
  }

  get size(): number {
    return this.#cells.size;
  }

  has(id: number): boolean {
    return this.#cells.has(id);
  }

  /** Adds a vector of the table that is not here yet. */
  insert(id: number): void {
    writeHead(this.#head, 0, this.#meter.lay(this.#vectors.row(id)));
    this.#add(id, this.#meter.measure());
  }

  remove(id: number): void {
    this.#cells.remove(id);
  }

  /** All vectors within `radius` of one, itself included where it is here; in no particular order. */
  within(vector: Float32Array, radius: number): Near[] {
    writeHead(this.#head, 0, this.#meter.lay(vector));
    return this.#look(vector, radius, this.#meter.measure());
  }

  /** Those within `radius` of a vector of the table that is not here yet; then adds it. */
  join(id: number, radius: number): Near[] {
    const vector = this.#vectors.row(id);
    writeHead(this.#head, 0, this.#meter.lay(vector));
    const measured = this.#meter.measure();
    const near = this.#look(vector, radius, measured);
    this.#add(id, measured);
    return near;
  }

  /**
   * Joins many, in an order of its own; yields those that were joined since it yielded last, often none, so that its
   * caller may pause. Those that it had not come to when it was left are not here.
   *
   * @param isWanted asked when an id's turn has come: whether it is still to be joined.
   */
  *joinAll(
    ids: readonly number[],
    radius: number,
    isWanted: (id: number) => boolean = () => true,
  ): Generator<readonly Joined[]> {
    if (ids.length < Math.max(FEW, FEW_PER_CELL * this.#cells.count)) {
      for (const id of ids) if (isWanted(id)) yield [{ id, near: this.join(id, radius) }];
      return;
    }
    const staged = new Staged(ids.length);
    for (const id of ids) {
      const along = this.#meter.lay(this.#vectors.row(id));
      const measured = this.#meter.measure();
      this.#reaches.extend(measured);
      staged.add(id, measured.own, along);
      yield NOBODY;
    }
    for (const { cell, places } of staged.groups(BATCH)) {
      yield this.#joinGroup(
        staged,
        cell,
        places.filter((place) => isWanted(staged.idAt(place))),
        radius,
      );
    }
  }

  #joinGroup(staged: Staged, own: number, places: readonly number[], radius: number): Joined[] {
    const joined = places.map((place) => {
      const id = staged.idAt(place);
      return { id, vector: this.#vectors.row(id), head: staged.headAt(place), near: [] as Near[] };
    });
    this.#matcher.want(joined.map(({ head }) => head));
    const see = (place: number, id: number) => {
      const { vector, near } = joined[place] as (typeof joined)[number];
      this.#measure(id, vector, radius, near);
    };
    for (let other = 0; other < this.#cells.count; other++) {
      if (other !== own && this.#cells.blocksOf(other) > 0)
        this.#matcher.match(own, other, radius, see);
    }
    for (const { id, vector, head, near } of joined) {
      this.#memory.int32[this.#listAt / 4] = own;
      this.#filter(head, 1, vector, radius, near);
      this.#cells.add(id, own, head);
    }
    return joined;
  }

  #look(vector: Float32Array, radius: number, measured: Measured): Near[] {
    const listed = this.#reaches.list(radius, measured);
    const near: Near[] = [];
    this.#filter(this.#head, listed, vector, radius, near);
    return near;
  }

  /** Looks through the cells that are listed. */
  #filter(
    head: Int8Array,
    listed: number,
    vector: Float32Array,
    radius: number,
    near: Near[],
  ): void {
    const passed = this.#passed.of(4 * this.#cells.size);
    writeWanted(this.#memory.memory.buffer, this.#wantedAt, head);
    const found = this.#kernel.filter(
      this.#cells.table,
      this.#listAt,
      listed,
      this.#wantedAt,
      headLimit(radius, FIRST.width),
      headLimit(radius, HEAD),
      passed,
    );
    for (let i = passed / 4, end = i + found; i < end; i++) {
      this.#measure(this.#memory.int32[i] as number, vector, radius, near);
    }
  }

  #measure(id: number, vector: Float32Array, radius: number, near: Near[]): void {
    const squared = this.#vectors.squaredDistance(id, vector, radius * radius);
    if (squared <= radius * radius) near.push({ id, distance: Math.sqrt(squared) });
  }

  #add(id: number, measured: Measured): void {
    this.#reaches.extend(measured);
    this.#cells.add(id, measured.own, this.#head);
  }
}
