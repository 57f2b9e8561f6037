import type { EnergyName } from '../../energies/energy';
import { pairEnergy } from '../../energies/pairEnergy';
import { energyOf, type Scoring } from '../../energies/scoring';
import { Stretches } from '../../energies/stretches';
import { compareAgreeing, type Wording } from '../../energies/wording';

/** Embeddings of stretches that are kept for the next edit, 2 MB. */
const KEPT_STRETCHES = 4096;

/** A text near another by the distance of their embeddings. */
export interface DistantText {
  readonly id: number;
  readonly key: string;
  /** The energy of the pair is no less. */
  readonly distance: number;
}

/** A text that may be a twin of another: it states no other facts. */
export interface WordedText extends DistantText {
  /** Beside the other's. */
  readonly wording: Wording;
}

/** Weighs texts that are near one by distance; keeps the embeddings of what they differ in. */
export class PairWeigher {
  readonly #energy: EnergyName;
  readonly #stretches: Stretches;

  constructor(scoring: Scoring) {
    this.#energy = scoring.energy;
    this.#stretches = new Stretches(energyOf(scoring));
  }

  /** Those that may be twins of a text. */
  compare(key: string, near: readonly DistantText[]): WordedText[] {
    return near.flatMap((other) => {
      const wording = compareAgreeing(key, other.key);
      return wording ? { ...other, wording } : [];
    });
  }

  /** The stretches that must be learnt before some texts can be weighed. */
  missing(texts: readonly WordedText[]): string[] {
    return this.#stretches.missing(texts.map(({ wording }) => wording));
  }

  learn(stretches: readonly string[], embeddings: readonly Float32Array[]): void {
    this.#stretches.add(stretches, embeddings);
  }

  /** Forgets stretches that have long been known. */
  forget(): void {
    this.#stretches.trim(KEPT_STRETCHES);
  }

  /** The energy of a pair of which nothing is missing. */
  energy({ distance, wording }: WordedText): number {
    return pairEnergy(distance, wording, this.#stretches.between, this.#energy);
  }
}
