import { energyOf, euclideanReach, type Scoring } from '../../energies/scoring';
import { SplitSet } from '../../splitTables';
import { CellIndex, type Joined, type Near } from '../search/cellIndex';
import { chooseCentres, oneCentre } from '../search/centres';
import { VectorTable } from '../search/vectorTable';
import { BareTexts } from './bareTexts';
import type { KeptTwins, TwinSnapshot } from './keptTwins';
import { byEnergy, type Neighbour } from './neighbours';
import { PairWeigher, type WordedText } from './pairWeigher';
import { snapshotTwins } from './snapshotTwins';
import { TextIds } from './textIds';
import { TwinLists } from './twinLists';

/**
 * Texts that an earlier run did not know, connected while texts that it knew are still to come: they are connected
 * again for each batch of those. Beyond this, connecting those as well costs less.
 */
const MOST_STRANGERS = 256;

/** So many stretches are asked for at once, since each answer costs a round to the encoder. */
const ENOUGH_STRETCHES = 512;
const NOTHING: readonly string[] = [];

/** A text that is in the index, and what it may be linked to. */
interface Unlinked {
  readonly id: number;
  readonly near: readonly WordedText[];
}

/** Which texts are near enough to be twins: an index of embeddings and the edges found in it. Works on ids inside. */
export class TwinGraph {
  readonly #scoring: Scoring;
  readonly #vectors: VectorTable;
  readonly #ids = new TextIds();
  #index: CellIndex;
  #lists = new TwinLists((id) => this.#ids.textOf(id));
  /** Texts that are not in the index yet. */
  readonly #unconnected = new SplitSet<number>();
  /** What is left of joining them, where it was interrupted. */
  #joining: Generator<readonly Joined[]> | undefined;
  /** Texts that are joined, in the index, and whose wording is not compared yet. */
  #joined: Joined[] = [];
  /** Texts that are joined and wait for stretches before they are linked. They count as unconnected. */
  readonly #pending = new Map<number, Unlinked>();
  readonly #weigher: PairWeigher;
  /** Texts whose twins are not what they were. */
  #changed = new SplitSet<string>();
  /** How many texts there were when cells were chosen last; with many more, cells grow large and queries slow. */
  #organisedFor = 0;
  #radius = 0;
  /** What an earlier run knows. */
  #kept: KeptTwins | undefined;
  readonly #bare = new BareTexts();
  /** Texts in the index that the earlier run did not know. */
  readonly #strangers = new Set<number>();

  constructor(dimensions: number, scoring: Scoring) {
    this.#scoring = scoring;
    this.#weigher = new PairWeigher(scoring);
    this.#vectors = new VectorTable(dimensions);
    this.#index = this.#indexOfOneCell();
  }

  has(key: string): boolean {
    return this.#ids.has(key);
  }

  /** A copy of a text's embedding. */
  embeddingOf(key: string): Float32Array | undefined {
    const id = this.#ids.of(key);
    return id === undefined || this.#bare.has(id) ? undefined : this.#vectors.row(id).slice();
  }

  /** Whether texts that an earlier run knows may still be inserted without an embedding. */
  get isRecalling(): boolean {
    return this.#kept !== undefined;
  }

  /** Takes note of what an earlier run knows; each of its texts may then be inserted without an embedding. */
  recall(kept: KeptTwins): void {
    this.#kept = kept;
  }

  /**
   * All edges up to the energy `radius`, which is not beyond `this.radius`, for a later run. Yields after each text; no
   * text may come or go meanwhile.
   */
  snapshot(radius: number): Generator<void, TwinSnapshot> {
    return snapshotTwins(this.#ids, this.#lists, radius, (id) => !this.#unconnected.has(id));
  }

  /**
   * Adds a text that is not here, if an earlier run knows its twins up to the energy `radius`; it has no embedding.
   *
   * @returns whether it was added.
   */
  insertKnown(key: string, radius: number): boolean {
    const kept = this.#kept;
    if (!kept) return false;
    this.#endJoining();
    for (const id of this.#pending.keys()) this.#unjoin(id);
    const isOfUse = kept.size > 0 && radius <= kept.radius && this.#radius <= kept.radius;
    if (!isOfUse || this.#strangers.size > MOST_STRANGERS) {
      this.#kept = undefined;
      this.#strangers.clear();
      return false;
    }
    const twins = kept.take(key);
    if (!twins) return false;
    this.reach(kept.radius);
    const id = this.#ids.give(key);
    this.#bare.add(id);
    this.#note(id);
    const nearest = kept.nearestOf(key, twins);
    if (nearest) {
      const others = twins.map(({ key: twin }) => twin);
      this.#bare.markCut(id, nearest, others);
    }
    for (const { key: twin, energy } of twins) {
      const other = this.#ids.of(twin);
      if (other === undefined) continue;
      this.#lists.link(id, other, energy);
      this.#note(other);
    }
    // Whether one of these is its twin nobody knows.
    for (const stranger of this.#strangers) {
      this.#index.remove(stranger);
      this.#unconnected.add(stranger);
    }
    this.#strangers.clear();
    return true;
  }

  /** To be called once known texts were inserted: where not all that were nearest are here, others are nearest now. */
  checkKnown(): void {
    for (const [id, areHere] of this.#bare.settleCut((text) => this.#ids.has(text))) {
      this.#lists.markCut(id);
      if (!areHere) this.#lists.markIncomplete(id);
    }
  }

  /** Texts without an embedding; nothing may be looked up or connected while there are any. */
  get bare(): readonly string[] {
    return [...this.#bare.ids()].map((id) => this.#ids.textOf(id));
  }

  /** Whether there are no bare texts. */
  get isWhole(): boolean {
    return this.#bare.size === 0;
  }

  /** Whether nothing is left to be connected. */
  get isConnected(): boolean {
    return this.#unconnected.size === 0 && this.#lists.incomplete.size === 0;
  }

  /** Energy up to which twins are known. */
  get radius(): number {
    return this.#radius;
  }

  /** Gives a bare text its embedding. */
  flesh(key: string, embedding: Float32Array): void {
    const id = this.#ids.of(key);
    if (id === undefined || !this.#bare.flesh(id)) return;
    this.#vectors.set(id, embedding);
    if (!this.#unconnected.has(id)) this.#index.insert(id);
  }

  /** Adds a text that is not here; its twins are known once it is connected. */
  insert(key: string, embedding: Float32Array): void {
    const id = this.#ids.give(key);
    this.#vectors.set(id, embedding);
    this.#unconnected.add(id);
  }

  remove(key: string): void {
    const id = this.#ids.of(key);
    if (id === undefined) return;
    this.#endJoining();
    if (this.#pending.has(id)) this.#unjoin(id);
    // Its id may be given to another, which joining must not take for it.
    if (this.#unconnected.delete(id)) this.#joining = undefined;
    else this.#index.remove(id);
    for (const other of this.#lists.remove(id, () => this.#keepersOf(id))) this.#note(other);
    this.#bare.forget(id);
    this.#strangers.delete(id);
    this.#ids.release(key);
  }

  /**
   * Sees to it that twins up to the energy `radius` are known: beyond the present one, all anew.
   *
   * @returns whether it is beyond.
   */
  reach(radius: number): boolean {
    if (radius <= this.#radius) return false;
    this.#joined = [];
    this.#pending.clear();
    this.#radius = radius;
    if (this.#kept && this.#kept.radius < radius) this.#kept = undefined;
    this.#strangers.clear();
    this.#bare.forgetTwins();
    this.#index = this.#indexOfOneCell();
    this.#joining = undefined;
    this.#organisedFor = 0;
    this.#lists = new TwinLists((id) => this.#ids.textOf(id));
    for (const id of this.#ids.ids()) this.#unconnected.add(id);
    return true;
  }

  /**
   * Finds the twins of all texts that are not connected, each among those connected before it: so each pair is looked
   * at once. Yields after a text or a few, so that its caller may pause; one that is not run to its end is gone on with
   * by the next.
   *
   * Yields the stretches of words, mostly none, that its caller must have `learn` before it goes on.
   *
   * @param only connects these alone, in a hurry; others wait for a call without.
   */
  *connect(only?: Iterable<string>): Generator<readonly string[]> {
    this.#endJoining();
    if (!only && this.#bare.size === 0 && this.#ids.size > 2 * this.#organisedFor)
      yield* this.#organise();
    if (only) {
      for (const id of this.#ids.ofAll(only)) {
        if (!this.#unconnected.has(id)) continue;
        if (!this.#pending.has(id))
          this.#word({ id, near: this.#index.join(id, this.#reachOfIndex()) });
        yield* this.#linkPending([id]);
      }
    } else yield* this.#joinUnconnected();
    yield* this.#refill();
  }

  /** Takes the embeddings of stretches that `connect` asked for. */
  learn(stretches: readonly string[], embeddings: readonly Float32Array[]): void {
    this.#weigher.learn(stretches, embeddings);
  }

  /** Texts whose twins have changed since the last call, those that were removed among them. */
  takeChanged(): Iterable<string> {
    const changed = this.#changed;
    this.#changed = new SplitSet();
    return changed;
  }

  /** Energy of two texts with an edge; 0 for a text and itself; undefined without an edge. */
  energyBetween(a: string, b: string): number | undefined {
    if (a === b) return 0;
    const [one, other] = [this.#ids.of(a), this.#ids.of(b)];
    if (one === undefined || other === undefined) return undefined;
    return this.#lists.energy(one, other) ?? this.#lists.energy(other, one);
  }

  /** Whether a text has an edge to any. */
  hasTwins(key: string): boolean {
    const id = this.#ids.of(key);
    return id !== undefined && this.#lists.has(id);
  }

  /** The texts with an edge to one: those of its nearest twins, and those of whose nearest twins it is one. */
  twinsOf(key: string): Neighbour[] {
    const id = this.#ids.of(key);
    if (id === undefined) return [];
    return this.#lists
      .twins(id, () => this.#keepersOf(id))
      .map(([other, energy]) => ({ key: this.#ids.textOf(other), energy }));
  }

  /** Distances of the embeddings within reach of a known text's, its own included; energies of pairs are no less. */
  energiesNear(key: string): ReadonlyMap<string, number> {
    const id = this.#ids.of(key);
    if (id === undefined) return new Map();
    const near = this.#nearby(this.#vectors.row(id));
    return new Map(near.map(({ id: other, energy }) => [this.#ids.textOf(other), energy]));
  }

  /** The texts whose embeddings are nearest to one, nearest first; energies are distances alone. */
  nearest(embedding: Float32Array, count: number): Neighbour[] {
    // Unit vectors are at most 2 apart.
    let near: Near[] = [];
    for (let radius = 0.5; radius <= 2 && near.length < count; radius *= 2) {
      near = this.#index.within(embedding, radius);
    }
    if (near.length < count) near = this.#index.within(embedding, Number.POSITIVE_INFINITY);
    return near
      .map(({ id, distance }) => ({
        key: this.#ids.textOf(id),
        energy: this.#energyTo(embedding, id, distance),
      }))
      .sort(byEnergy)
      .slice(0, count);
  }

  /** Chooses cells anew for all texts, connected or not. */
  *#organise(): Generator<readonly string[]> {
    const connected = [...this.#ids.ids()].filter((id) => this.#index.has(id));
    const centres = yield* silently(chooseCentres(this.#vectors, [...this.#ids.ids()]));
    const index = new CellIndex(this.#vectors, centres);
    for (const id of connected) {
      index.insert(id);
      yield NOTHING;
    }
    this.#index = index;
    this.#joining = undefined;
    this.#organisedFor = this.#ids.size;
  }

  *#joinUnconnected(): Generator<readonly string[]> {
    while (this.#unconnected.size > 0) {
      const isWanted = (id: number) => this.#unconnected.has(id) && !this.#pending.has(id);
      const wanted = [...this.#unconnected].filter(isWanted);
      this.#joining ??= this.#index.joinAll(wanted, this.#reachOfIndex(), isWanted);
      const missing = new Set<string>();
      while (this.#joining && missing.size < ENOUGH_STRETCHES) {
        const step = this.#joining.next();
        if (step.done) this.#joining = undefined;
        else this.#joined = [...step.value];
        if (this.#joined.length === 0) yield NOTHING;
        for (let joined = this.#joined.pop(); joined; joined = this.#joined.pop()) {
          for (const stretch of this.#word(joined)) missing.add(stretch);
          yield NOTHING;
        }
      }
      yield* this.#linkPending(this.#pending.keys());
    }
    this.#joining = undefined;
  }

  /** Compares the wording of a text that is joined with what is near it. @returns the stretches it waits for. */
  #word(joined: Joined): readonly string[] {
    const unlinked = this.#wordedNear(joined);
    const missing = this.#weigher.missing(unlinked.near);
    if (missing.length === 0) this.#link(unlinked);
    else this.#pending.set(joined.id, unlinked);
    return missing;
  }

  /** Links texts that wait for stretches, once these are known. */
  *#linkPending(some: Iterable<number>): Generator<readonly string[]> {
    const ids = [...some];
    this.#weigher.forget();
    const waiting = ids.flatMap((id) => this.#pending.get(id)?.near ?? []);
    const missing = this.#weigher.missing(waiting);
    if (missing.length > 0) yield missing;
    for (const id of ids) {
      const unlinked = this.#pending.get(id);
      if (unlinked) this.#link(unlinked);
      yield NOTHING;
    }
  }

  /** Compares the wording of all that are joined: nothing else may be done to the graph before that. */
  #endJoining(): void {
    for (const joined of this.#joined.splice(0)) this.#word(joined);
  }

  /** Has a text that waits for stretches be joined anew. */
  #unjoin(id: number): void {
    this.#pending.delete(id);
    this.#index.remove(id);
    this.#joining = undefined;
  }

  /** Gives texts that lost a twin the next nearest. */
  *#refill(): Generator<readonly string[]> {
    for (const id of this.#lists.incomplete) {
      this.#weigher.forget();
      const near = this.#index.within(this.#vectors.row(id), this.#reachOfIndex());
      const unlinked = this.#wordedNear({ id, near: near.filter((other) => other.id !== id) });
      const missing = this.#weigher.missing(unlinked.near);
      if (missing.length > 0) yield missing;
      this.#lists.refill(id, this.#twinsAmong(unlinked));
      yield NOTHING;
    }
  }

  /** Takes a text that is in the index now as connected. */
  #link(unlinked: Unlinked): void {
    const { id } = unlinked;
    this.#pending.delete(id);
    this.#unconnected.delete(id);
    if (this.#kept) this.#strangers.add(id);
    for (const { id: other, energy } of this.#twinsAmong(unlinked)) {
      this.#lists.link(id, other, energy);
      this.#note(other);
    }
    this.#note(id);
  }

  #wordedNear({ id, near }: Joined): Unlinked {
    const distant = this.#within(near, this.#vectors.row(id)).map(({ id: other, energy }) => {
      return { id: other, key: this.#ids.textOf(other), distance: energy };
    });
    return { id, near: this.#weigher.compare(this.#ids.textOf(id), distant) };
  }

  #twinsAmong({ near }: Unlinked): { readonly id: number; readonly energy: number }[] {
    return (
      near
        // An id may have been given to another text meanwhile.
        .filter(({ id, key }) => this.#ids.of(key) === id)
        .map((text) => ({ id: text.id, energy: this.#weigher.energy(text) }))
        .filter(({ energy }) => energy <= this.#radius)
    );
  }

  #indexOfOneCell(): CellIndex {
    return new CellIndex(this.#vectors, oneCentre(this.#vectors.dimensions));
  }

  #note(id: number): void {
    this.#changed.add(this.#ids.textOf(id));
  }

  #reachOfIndex(): number {
    return euclideanReach(this.#scoring.energy, this.#radius);
  }

  /** All that may keep a text as a twin. */
  #keepersOf(id: number): number[] {
    const others = this.#bare.edgesOf(id);
    // Nothing is linked while there are bare texts but to those that the earlier run knew as its twins.
    if (others) return this.#ids.ofAll(others);
    if (this.#bare.has(id)) return [...this.#ids.ids()];
    return [...this.#nearby(this.#vectors.row(id)).map((near) => near.id), ...this.#bare.ids()];
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

/** Does work that yields after each of its pieces, for whom yields mean more. */
function* silently<T>(work: Generator<void, T>): Generator<readonly string[], T> {
  let step = work.next();
  for (; !step.done; step = work.next()) yield NOTHING;
  return step.value;
}
