import { normalise } from '../../../server/src/core/embeddings/words';
import { orderByMeaning } from '../meaningOrder';
import { PackedTexts } from '../packedTexts';
import { memberOf, type Pair } from '../pairFiles';
import { below, type Random } from '../random';
import type { Teacher } from '../teacher';

/** Neighbours drawn together: small enough for variety, large enough to contain hard imposites. */
const RUN = 16;

/** Genuine pairs of one source, in the orders that runs are drawn from. */
export interface PairPool {
  readonly weight: number;
  readonly lastWeight: number;
  readonly a: PackedTexts;
  readonly b: PackedTexts;
  readonly identities: PackedTexts;
  /** Each a permutation of the pairs: neighbours are of one class or family, or near in meaning. */
  readonly orders: readonly Int32Array[];
}

/** The pool as the last course draws from it: by class or family alone, where the hardest imposites are. */
export function forLastCourse(pool: PairPool): PairPool {
  return { ...pool, weight: pool.lastWeight, orders: pool.orders.slice(0, 1) };
}

/** A drawn pair; pairs with one identity, or one text, are never imposites of each other. */
export interface DrawnPair {
  readonly a: string;
  readonly b: string;
  readonly identity: string;
  readonly normalA: string;
  readonly normalB: string;
}

/** @param pairs in the source's own order, neighbours related where the data say so */
export function toPool(
  pairs: readonly Pair[],
  weights: { readonly weight: number; readonly lastWeight?: number | undefined },
  teacher: Teacher | undefined,
  random: Random,
): PairPool {
  const a = pairs.map((pair) => pair.a);
  const orders: Int32Array[] = [new Int32Array(pairs.length).map((_, i) => i)];
  if (teacher) orders.push(orderByMeaning(a, teacher, random));
  return {
    weight: weights.weight,
    lastWeight: weights.lastWeight ?? weights.weight,
    a: new PackedTexts(a),
    b: new PackedTexts(pairs.map((pair) => pair.b)),
    identities: new PackedTexts(pairs.map((pair) => memberOf(pair) ?? '')),
    orders,
  };
}

/** Draws `count` pairs in runs of neighbours. */
export function drawRuns(pool: PairPool, count: number, random: Random): DrawnPair[] {
  const drawn: DrawnPair[] = [];
  while (drawn.length < count) {
    const order = pool.orders[below(random, pool.orders.length)] as Int32Array;
    const start = below(random, order.length);
    for (let i = 0; i < RUN && drawn.length < count; i++) {
      const index = order[(start + i) % order.length] as number;
      const sides = [pool.a.at(index), pool.b.at(index)] as const;
      // Half of the pairs turned round: neither side shall be told by its style.
      const [a, b] = random() < 0.5 ? sides : ([sides[1], sides[0]] as const);
      drawn.push(toDrawn(a, b, pool.identities.at(index)));
    }
  }
  return drawn;
}

export function toDrawn(a: string, b: string, identity: string): DrawnPair {
  return { a, b, identity, normalA: normalise(a), normalB: normalise(b) };
}

/** Whether the texts of two pairs may say the same. */
export function mayAgree(one: DrawnPair, other: DrawnPair): boolean {
  return (
    (one.identity !== '' && one.identity === other.identity) ||
    one.normalA === other.normalB ||
    one.normalA === other.normalA ||
    one.normalB === other.normalB ||
    one.normalB === other.normalA
  );
}

/** One of `pools`, in proportion to the weights. */
export function pick<T extends { readonly weight: number }>(
  pools: readonly T[],
  random: Random,
): T {
  const total = pools.reduce((sum, pool) => sum + pool.weight, 0);
  let at = random() * total;
  for (const pool of pools) {
    at -= pool.weight;
    if (at < 0) return pool;
  }
  return pools.at(-1) as T;
}
