import { energyOf, euclideanReach, type Scoring } from '../energies/scoring';
import type { Edge } from './clusters';
import { factsApart } from './facts';
import { byEnergy, NeighbourIndex } from './neighbours';

/**
 * Twins kept per text. Only a very low threshold finds more, and such a text is a phrase that everybody uses,
 * not a finding.
 */
const MAX_TWINS = 64;

/** Which texts are near enough to be twins: an index of embeddings and the edges found in it. */
export class TwinGraph {
  readonly #scoring: Scoring;
  readonly #index: NeighbourIndex;
  readonly #vectors = new Map<string, Float32Array>();
  readonly #edges = new Map<string, Map<string, number>>();
  #radius = 0;

  constructor(dimensions: number, scoring: Scoring) {
    this.#scoring = scoring;
    this.#index = new NeighbourIndex(dimensions);
  }

  /** The energy up to which edges are known. */
  get radius(): number {
    return this.#radius;
  }

  has(key: string): boolean {
    return this.#vectors.has(key);
  }

  /** Widens the search; the caller then connects all texts again. */
  widen(radius: number): void {
    this.#radius = radius;
  }

  keys(): IterableIterator<string> {
    return this.#vectors.keys();
  }

  insert(key: string, embedding: Float32Array): void {
    this.#vectors.set(key, embedding);
    this.#index.insert(key, embedding);
  }

  remove(key: string): void {
    this.#vectors.delete(key);
    this.#index.remove(key);
    for (const other of this.#edges.get(key)?.keys() ?? []) this.#edges.get(other)?.delete(key);
    this.#edges.delete(key);
  }

  /** Finds the twins of one inserted text among all inserted texts. */
  connect(key: string): void {
    const vector = this.#vectors.get(key) as Float32Array;
    const near = this.#nearby(key, vector);
    for (const { key: other, energy } of near.slice(0, MAX_TWINS)) {
      if (factsApart(key, other)) continue;
      this.#link(key, other, energy);
      this.#link(other, key, energy);
    }
  }

  /** Energy of two texts with an edge; 0 for a text and itself; undefined without an edge. */
  energyBetween(a: string, b: string): number | undefined {
    return a === b ? 0 : this.#edges.get(a)?.get(b);
  }

  /** Each edge once. */
  *edges(): Generator<Edge> {
    for (const [a, twins] of this.#edges) {
      for (const [b, energy] of twins) if (a < b) yield { a, b, energy };
    }
  }

  /** The texts nearest to an embedding, nearest first. */
  nearest(embedding: Float32Array, count: number): { key: string; energy: number }[] {
    const energy = energyOf(this.#scoring);
    return this.#index.nearest(embedding, count).map(({ key }) => ({
      key,
      energy: energy(embedding, this.#vectors.get(key) as Float32Array),
    }));
  }

  #nearby(key: string, vector: Float32Array): { key: string; energy: number }[] {
    const energy = energyOf(this.#scoring);
    const reach = euclideanReach(this.#scoring.energy, this.#radius);
    return this.#index
      .within(vector, reach)
      .filter(({ key: other }) => other !== key)
      .map(({ key: other }) => ({
        key: other,
        energy: energy(vector, this.#vectors.get(other) as Float32Array),
      }))
      .filter((neighbour) => neighbour.energy <= this.#radius)
      .sort(byEnergy);
  }

  #link(from: string, to: string, energy: number): void {
    const twins = this.#edges.get(from) ?? new Map<string, number>();
    this.#edges.set(from, twins.set(to, energy));
  }
}
