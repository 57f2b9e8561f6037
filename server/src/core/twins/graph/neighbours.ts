/** A text and how near it is. */
export interface Neighbour {
  /** Normalised text. */
  readonly key: string;
  /** ≥ 0. */
  readonly energy: number;
}

/** Nearest first; ties by key, so the order never depends on insertion. */
export function byEnergy(x: Neighbour, y: Neighbour): number {
  return x.energy - y.energy || (x.key < y.key ? -1 : x.key > y.key ? 1 : 0);
}
