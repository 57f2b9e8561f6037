import type { Similarity } from '../method';

/** Weighted counts of one text's features, of unit length. */
interface SparseVector {
  /** Ascending. */
  readonly ids: Int32Array;
  readonly weights: Float64Array;
}

/**
 * Cosine of feature counts, in [0, 1]; 0 for a text without features.
 *
 * @param features of each text, with repetitions
 * @param weigh the factor of a feature that so many texts have
 */
export function countCosine(
  features: readonly (readonly string[])[],
  weigh: (textsWithIt: number) => number,
): Similarity {
  const ids = new Map<string, number>();
  const textsWith: number[] = [];
  const counted = features.map((list) => {
    const counts = new Map<number, number>();
    for (const feature of list) {
      const id = ids.get(feature) ?? ids.size;
      ids.set(feature, id);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    for (const id of counts.keys()) textsWith[id] = (textsWith[id] ?? 0) + 1;
    return counts;
  });
  const factors = textsWith.map(weigh);
  const vectors = counted.map((counts) => toUnit(counts, factors));
  return (i, j) => dot(vectors[i] as SparseVector, vectors[j] as SparseVector);
}

function toUnit(counts: ReadonlyMap<number, number>, factors: readonly number[]): SparseVector {
  const entries = [...counts].sort(([x], [y]) => x - y);
  const weights = Float64Array.from(entries, ([id, count]) => count * (factors[id] as number));
  const norm = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  return {
    ids: Int32Array.from(entries, ([id]) => id),
    weights: weights.map((weight) => weight / norm),
  };
}

function dot(a: SparseVector, b: SparseVector): number {
  let sum = 0;
  let j = 0;
  for (let i = 0; i < a.ids.length; i++) {
    const id = a.ids[i] as number;
    while (j < b.ids.length && (b.ids[j] as number) < id) j++;
    if (b.ids[j] === id) sum += (a.weights[i] as number) * (b.weights[j] as number);
  }
  return sum;
}
