import { energyOf, euclideanReach, type Scoring } from '../energies/scoring';
import type { Edge } from './clusters';
import { factsApart } from './facts';
import { byEnergy, type Neighbour, NeighbourIndex } from './neighbours';

/**
 * Twins kept per text, the nearest ones. Only a very low threshold finds more, and such a text is a phrase that
 * everybody uses, not a finding.
 */
const MAX_TWINS = 64;

/** Which texts are near enough to be twins: an index of embeddings and the edges found in it. */
export class TwinGraph {
  readonly #scoring: Scoring;
  readonly #dimensions: number;
  #index: NeighbourIndex;
  readonly #vectors = new Map<string, Float32Array>();
  readonly #twins = new Map<string, Map<string, number>>();
  /** Texts that are not in the index yet. */
  readonly #unconnected = new Set<string>();
  #radius = 0;

  constructor(dimensions: number, scoring: Scoring) {
    this.#scoring = scoring;
    this.#dimensions = dimensions;
    this.#index = new NeighbourIndex(dimensions);
  }

  has(key: string): boolean {
    return this.#vectors.has(key);
  }

  /** Texts whose twins are not known yet. */
  get unconnected(): ReadonlySet<string> {
    return this.#unconnected;
  }

  /** Adds a text; its twins are known once it is connected. */
  insert(key: string, embedding: Float32Array): void {
    this.#vectors.set(key, embedding);
    this.#unconnected.add(key);
  }

  remove(key: string): void {
    this.#vectors.delete(key);
    this.#unconnected.delete(key);
    this.#index.remove(key);
    this.#twins.delete(key);
    for (const twins of this.#twins.values()) twins.delete(key);
  }

  /** Sees to it that twins up to the energy `radius` are known: beyond the present one, all anew. */
  reach(radius: number): void {
    if (radius <= this.#radius) return;
    this.#radius = radius;
    this.#index = new NeighbourIndex(this.#dimensions);
    this.#twins.clear();
    for (const key of this.#vectors.keys()) this.#unconnected.add(key);
  }

  /** Finds the twins of a text among those connected before it: so each pair is looked at once. */
  connect(key: string): void {
    const vector = this.#vectors.get(key);
    if (!vector) return;
    for (const { key: other, energy } of this.#nearby(vector)) {
      if (factsApart(key, other)) continue;
      this.#offer(key, other, energy);
      this.#offer(other, key, energy);
    }
    this.#index.insert(key, vector);
    this.#unconnected.delete(key);
  }

  /** Energy of two texts with an edge; 0 for a text and itself; undefined without an edge. */
  energyBetween(a: string, b: string): number | undefined {
    if (a === b) return 0;
    return this.#twins.get(a)?.get(b) ?? this.#twins.get(b)?.get(a);
  }

  /** Each edge among `texts` once: pairs of which at least one is among the nearest twins of the other. */
  *edgesAmong(texts: ReadonlyMap<string, unknown>): Generator<Edge> {
    for (const a of texts.keys()) this.#keepNearest(a);
    for (const a of texts.keys()) {
      for (const [b, energy] of this.#twins.get(a) ?? []) {
        if (texts.has(b) && (a < b || !this.#twins.get(b)?.has(a))) yield { a, b, energy };
      }
    }
  }

  /** Energies of the texts within reach of a known one, itself included. */
  energiesNear(key: string): ReadonlyMap<string, number> {
    const vector = this.#vectors.get(key);
    return new Map(vector && this.#nearby(vector).map(({ key: other, energy }) => [other, energy]));
  }

  /** The texts nearest to an embedding, nearest first. */
  nearest(embedding: Float32Array, count: number): Neighbour[] {
    return this.#index
      .nearest(embedding, count)
      .map((near) => ({ ...near, energy: this.#energyTo(embedding, near) }));
  }

  #nearby(vector: Float32Array): Neighbour[] {
    const reach = euclideanReach(this.#scoring.energy, this.#radius);
    return this.#index
      .within(vector, reach)
      .map((near) => ({ ...near, energy: this.#energyTo(vector, near) }))
      .filter(({ energy }) => energy <= this.#radius);
  }

  #energyTo(vector: Float32Array, { key, energy }: Neighbour): number {
    if (this.#scoring.energy === 'euclidean') return energy;
    return energyOf(this.#scoring)(vector, this.#vectors.get(key) as Float32Array);
  }

  #offer(to: string, twin: string, energy: number): void {
    const twins = this.#twins.get(to) ?? new Map<string, number>();
    this.#twins.set(to, twins.set(twin, energy));
    // Cut down now and then rather than each time.
    if (twins.size > 2 * MAX_TWINS) this.#keepNearest(to);
  }

  #keepNearest(of: string): void {
    const twins = this.#twins.get(of);
    if (!twins || twins.size <= MAX_TWINS) return;
    const sorted = [...twins].map(([key, energy]) => ({ key, energy })).sort(byEnergy);
    const nearest = sorted.slice(0, MAX_TWINS).map(({ key, energy }) => [key, energy] as const);
    this.#twins.set(of, new Map(nearest));
  }
}
