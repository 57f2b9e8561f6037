import type { Energy } from './energy';
import type { Wording } from './wording';

/** Embeddings of the stretches of words in which texts differ, by stretch. */
export class Stretches {
  readonly #embeddings = new Map<string, Float32Array>();
  readonly #energy: Energy;

  constructor(energy: Energy) {
    this.#energy = energy;
  }

  /** The stretches of some wordings that have no embedding here yet, each once. */
  missing(wordings: Iterable<Wording>): string[] {
    const missing = new Set<string>();
    for (const { substitutions } of wordings)
      for (const stretch of substitutions.flat())
        if (!this.#embeddings.has(stretch)) missing.add(stretch);
    return [...missing];
  }

  add(stretches: readonly string[], embeddings: readonly Float32Array[]): void {
    stretches.forEach((stretch, i) => {
      this.#embeddings.set(stretch, embeddings[i] as Float32Array);
    });
  }

  /** The energy between two stretches. @throws Error where one has no embedding here. */
  readonly between = (one: string, other: string): number =>
    this.#energy(this.#at(one), this.#at(other));

  /** Forgets those that have been here longest. @param most how many stay. */
  trim(most: number): void {
    for (const oldest of this.#embeddings.keys()) {
      if (this.#embeddings.size <= most) break;
      this.#embeddings.delete(oldest);
    }
  }

  #at(stretch: string): Float32Array {
    const embedding = this.#embeddings.get(stretch);
    if (!embedding) throw new Error(`"${stretch}" has not been embedded`);
    return embedding;
  }
}
