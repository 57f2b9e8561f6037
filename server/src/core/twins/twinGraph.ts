import { energyOf, euclideanReach, type Scoring } from '../energies/scoring';
import { factsApart } from './facts';
import { byEnergy, type Neighbour } from './neighbours';
import { CellIndex, type Near } from './search/cellIndex';
import { chooseCentres } from './search/centres';
import { VectorTable } from './search/vectorTable';
import { TwinLists } from './twinLists';

/** Which texts are near enough to be twins: an index of embeddings and the edges found in it. Works on ids inside. */
export class TwinGraph {
  readonly #scoring: Scoring;
  readonly #vectors: VectorTable;
  readonly #ids = new Map<string, number>();
  readonly #keys: string[] = [];
  readonly #freeIds: number[] = [];
  #index: CellIndex;
  #lists = new TwinLists((id) => this.#keys[id] as string);
  /** Texts that are not in the index yet. */
  readonly #unconnected = new Set<number>();
  /** Texts whose twins are not what they were. */
  readonly #changed = new Set<string>();
  /** How many texts there were when cells were chosen last; with many more, cells grow large and queries slow. */
  #organisedFor = 0;
  #radius = 0;

  constructor(dimensions: number, scoring: Scoring) {
    this.#scoring = scoring;
    this.#vectors = new VectorTable(dimensions);
    this.#index = this.#indexOfOneCell();
  }

  has(key: string): boolean {
    return this.#ids.has(key);
  }

  /** A copy of a text's embedding. */
  embeddingOf(key: string): Float32Array | undefined {
    const id = this.#ids.get(key);
    return id === undefined ? undefined : this.#vectors.row(id).slice();
  }

  /** Adds a text that is not here; its twins are known once it is connected. */
  insert(key: string, embedding: Float32Array): void {
    const id = this.#freeIds.pop() ?? this.#keys.length;
    this.#keys[id] = key;
    this.#ids.set(key, id);
    this.#vectors.set(id, embedding);
    this.#unconnected.add(id);
  }

  remove(key: string): void {
    const id = this.#ids.get(key);
    if (id === undefined) return;
    if (!this.#unconnected.delete(id)) {
      this.#index.remove(id);
      const nearby = this.#nearby(this.#vectors.row(id)).map((near) => near.id);
      for (const other of this.#lists.remove(id, nearby)) this.#note(other);
    }
    this.#ids.delete(key);
    this.#freeIds.push(id);
  }

  /**
   * Sees to it that twins up to the energy `radius` are known: beyond the present one, all anew.
   *
   * @returns whether it is beyond.
   */
  reach(radius: number): boolean {
    if (radius <= this.#radius) return false;
    this.#radius = radius;
    this.#index = this.#indexOfOneCell();
    this.#organisedFor = 0;
    this.#lists = new TwinLists((id) => this.#keys[id] as string);
    for (const id of this.#ids.values()) this.#unconnected.add(id);
    return true;
  }

  /**
   * Finds the twins of all texts that are not connected, each among those connected before it: so each pair is looked
   * at once. Yields after each text, so that its caller may pause; one that is not run to its end is gone on with by
   * the next.
   *
   * @param only connects these alone, in a hurry; others wait for a call without.
   */
  *connect(only?: Iterable<string>): Generator<void> {
    if (!only && this.#ids.size > 2 * this.#organisedFor) yield* this.#organise();
    for (const id of only ? this.#idsOf(only) : this.#unconnected) {
      if (!this.#unconnected.has(id)) continue;
      const near = this.#index.join(id, this.#reachOfIndex());
      this.#unconnected.delete(id);
      const key = this.#keys[id] as string;
      for (const { id: other, energy } of this.#within(near, this.#vectors.row(id))) {
        if (factsApart(key, this.#keys[other] as string)) continue;
        this.#lists.link(id, other, energy);
        this.#note(other);
      }
      this.#note(id);
      yield;
    }
    for (const id of this.#lists.incomplete) {
      const near = this.#nearby(this.#vectors.row(id)).filter(({ id: other }) => other !== id);
      const key = this.#keys[id] as string;
      this.#lists.refill(id, near, (other) => !factsApart(key, this.#keys[other] as string));
      yield;
    }
  }

  /** Texts whose twins have changed since the last call, those that were removed among them. */
  takeChanged(): readonly string[] {
    const changed = [...this.#changed];
    this.#changed.clear();
    return changed;
  }

  /** Energy of two texts with an edge; 0 for a text and itself; undefined without an edge. */
  energyBetween(a: string, b: string): number | undefined {
    if (a === b) return 0;
    const [one, other] = [this.#ids.get(a), this.#ids.get(b)];
    if (one === undefined || other === undefined) return undefined;
    return this.#lists.energy(one, other) ?? this.#lists.energy(other, one);
  }

  /** The texts with an edge to one: those of its nearest twins, and those of whose nearest twins it is one. */
  twinsOf(key: string): Neighbour[] {
    const id = this.#ids.get(key);
    if (id === undefined) return [];
    const nearby = () => this.#nearby(this.#vectors.row(id)).map((near) => near.id);
    return this.#lists
      .twins(id, nearby)
      .map(([other, energy]) => ({ key: this.#keys[other] as string, energy }));
  }

  /** Energies of the texts within reach of a known one, itself included. */
  energiesNear(key: string): ReadonlyMap<string, number> {
    const id = this.#ids.get(key);
    if (id === undefined) return new Map();
    const near = this.#nearby(this.#vectors.row(id));
    return new Map(near.map(({ id: other, energy }) => [this.#keys[other] as string, energy]));
  }

  /** The texts nearest to an embedding, nearest first. */
  nearest(embedding: Float32Array, count: number): Neighbour[] {
    // Unit vectors are at most 2 apart.
    let near: Near[] = [];
    for (let radius = 0.5; radius <= 2 && near.length < count; radius *= 2) {
      near = this.#index.within(embedding, radius);
    }
    if (near.length < count) near = this.#index.within(embedding, Number.POSITIVE_INFINITY);
    return near
      .map(({ id, distance }) => ({
        key: this.#keys[id] as string,
        energy: this.#energyTo(embedding, id, distance),
      }))
      .sort(byEnergy)
      .slice(0, count);
  }

  /** Chooses cells anew for all texts, connected or not. */
  *#organise(): Generator<void> {
    const connected = [...this.#ids.values()].filter((id) => this.#index.has(id));
    const centres = yield* chooseCentres(this.#vectors, [...this.#ids.values()]);
    const index = new CellIndex(this.#vectors, centres);
    for (const id of connected) {
      index.insert(id);
      yield;
    }
    this.#index = index;
    this.#organisedFor = this.#ids.size;
  }

  #indexOfOneCell(): CellIndex {
    const width = this.#vectors.dimensions;
    return new CellIndex(this.#vectors, { count: 1, width, values: new Float32Array(width) });
  }

  #idsOf(keys: Iterable<string>): number[] {
    return [...keys].flatMap((key) => this.#ids.get(key) ?? []);
  }

  #note(id: number): void {
    this.#changed.add(this.#keys[id] as string);
  }

  #reachOfIndex(): number {
    return euclideanReach(this.#scoring.energy, this.#radius);
  }

  #nearby(vector: Float32Array): { readonly id: number; readonly energy: number }[] {
    return this.#within(this.#index.within(vector, this.#reachOfIndex()), vector);
  }

  #within(near: readonly Near[], vector: Float32Array): { id: number; energy: number }[] {
    return near
      .map(({ id, distance }) => ({ id, energy: this.#energyTo(vector, id, distance) }))
      .filter(({ energy }) => energy <= this.#radius);
  }

  #energyTo(vector: Float32Array, id: number, distance: number): number {
    if (this.#scoring.energy === 'euclidean') return distance;
    return energyOf(this.#scoring)(vector, this.#vectors.row(id));
  }
}
