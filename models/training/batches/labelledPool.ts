import { PackedTexts } from '../packedTexts';
import type { Pair } from '../pairFiles';
import { below, type Random } from '../random';
import { pick } from './pairPool';

/** Pairs of one source with their own label. */
export interface LabelledPool {
  readonly weight: number;
  readonly a: PackedTexts;
  readonly b: PackedTexts;
  readonly isDuplicate: Float32Array;
}

export type LabelledTexts = Pick<Pair, 'a' | 'b' | 'isDuplicate'>;

export function toLabelledPool(pairs: readonly LabelledTexts[], weight: number): LabelledPool {
  return {
    weight,
    a: new PackedTexts(pairs.map((pair) => pair.a)),
    b: new PackedTexts(pairs.map((pair) => pair.b)),
    isDuplicate: Float32Array.from(pairs, (pair) => pair.isDuplicate),
  };
}

/** Draws `count` pairs, each from one of the pools; none where there is no pool. */
export function drawLabelled(
  pools: readonly LabelledPool[],
  count: number,
  random: Random,
): LabelledTexts[] {
  if (pools.length === 0) return [];
  return Array.from({ length: count }, () => {
    const pool = pick(pools, random);
    const index = below(random, pool.isDuplicate.length);
    const isDuplicate = pool.isDuplicate[index] as number;
    return { a: pool.a.at(index), b: pool.b.at(index), isDuplicate };
  });
}
