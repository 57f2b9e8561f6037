import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { energies } from '../../../../server/src/core/energies/energy';
import { firstAxes } from '../../../../server/src/core/twins/search/axes';
import { CellIndex, type Joined } from '../../../../server/src/core/twins/search/cellIndex';
import type { Centres } from '../../../../server/src/core/twins/search/centres';
import { chooseCentres } from '../../../../server/src/core/twins/search/centres';
import { bestKernel } from '../../../../server/src/core/twins/search/kernel';
import { plainKernel } from '../../../../server/src/core/twins/search/plainKernel';
import { VectorTable } from '../../../../server/src/core/twins/search/vectorTable';

const WIDTH = 40;

/** Numbers in [−1, 1), the same ones for the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2 ** 31;
  };
}

function toUnit(values: readonly number[]): Float32Array {
  const norm = Math.hypot(...values) || 1;
  return Float32Array.from(values, (value) => value / norm);
}

/** Unit vectors in clumps, so that some are near to each other at any radius. */
function clumps(count: number, seed: number): Float32Array[] {
  const next = randomNumbers(seed);
  const middles = Array.from({ length: 12 }, () => Array.from({ length: WIDTH }, next));
  return Array.from({ length: count }, (_, i) => {
    const spread = 0.05 + (i % 7) * 0.1;
    const middle = middles[i % middles.length] as number[];
    return toUnit(middle.map((value) => value + spread * next()));
  });
}

function tableOf(vectors: readonly Float32Array[]): VectorTable {
  const table = new VectorTable(WIDTH);
  vectors.forEach((vector, id) => {
    table.set(id, vector);
  });
  return table;
}

/** Centres that are some of the vectors themselves, one of them twice. */
function centresFrom(vectors: readonly Float32Array[], count: number): Centres {
  const values = new Float32Array(count * WIDTH);
  for (let i = 1; i < count; i++) values.set(vectors[i] ?? new Float32Array(WIDTH), i * WIDTH);
  values.copyWithin(0, WIDTH, 2 * WIDTH);
  return { axes: firstAxes(WIDTH), count, values };
}

const kernels = { SIMD: bestKernel, plain: plainKernel };

describe.each(Object.entries(kernels))('CellIndex on the %s kernel', (_, kernel) => {
  const anAction = fc.record({ id: fc.nat({ max: 59 }), insert: fc.boolean() });

  it('finds what a plain walk finds, through any inserts and removals', () => {
    const vectors = clumps(60, 1);
    const table = tableOf(vectors);
    const radius = fc.double({ min: 0, max: 2, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(anAction, { maxLength: 150 }),
        fc.nat({ max: 59 }),
        radius,
        fc.integer({ min: 1, max: 20 }),
        (actions, wanted, reach, count) => {
          const index = new CellIndex(table, centresFrom(vectors, count), kernel);
          const plain = new Set<number>();
          for (const { id, insert } of actions) {
            if (!insert) index.remove(id);
            else if (!plain.has(id)) index.insert(id);
            if (insert) plain.add(id);
            else plain.delete(id);
          }
          const query = vectors[wanted] as Float32Array;
          const expected = [...plain]
            .map((id) => ({
              id,
              distance: energies.euclidean(query, vectors[id] as Float32Array),
            }))
            .filter(({ distance }) => distance * distance <= reach * reach);
          const found = index.within(query, reach);
          expect(found.sort((x, y) => x.id - y.id)).toEqual(expected.sort((x, y) => x.id - y.id));
          expect(index.size).toBe(plain.size);
        },
      ),
    );
  });

  const size = 1200;
  const radius = 0.2;
  const vectors = clumps(size, 2);
  const table = tableOf(vectors);
  const all = vectors.map((_vector, id) => id);
  const pairsOf = (ids: readonly number[]) => {
    const pairs: string[] = [];
    for (const id of ids) {
      for (const other of ids) {
        if (other >= id) continue;
        const [a, b] = [vectors[id] as Float32Array, vectors[other] as Float32Array];
        if (energies.euclidean(a, b) ** 2 <= radius * radius) pairs.push(`${id}-${other}`);
      }
    }
    return pairs.sort();
  };
  const chosen = () => {
    const choosing = chooseCentres(table, all);
    let step = choosing.next();
    while (!step.done) step = choosing.next();
    expect(step.value.count).toBeGreaterThan(40);
    return new CellIndex(table, step.value, kernel);
  };
  const show = ({ id, near }: Joined) =>
    near.map(({ id: other }) => `${Math.max(id, other)}-${Math.min(id, other)}`);
  const joinTo = (index: CellIndex, ids: readonly number[], isWanted?: (id: number) => boolean) =>
    [...index.joinAll(ids, radius, isWanted)].flat();

  it('finds each near pair once when all are joined one by one', () => {
    const index = chosen();
    const found = all.flatMap((id) => show({ id, near: index.join(id, radius) }));
    expect(found.length).toBeGreaterThan(300);
    expect(found.sort()).toEqual(pairsOf(all));
  });

  it('finds each near pair once when all are joined together, at its distance', () => {
    const joined = joinTo(chosen(), all);
    expect(joined.flatMap(show).sort()).toEqual(pairsOf(all));
    for (const { id, near } of joined) {
      for (const { id: other, distance } of near) {
        const [a, b] = [vectors[id] as Float32Array, vectors[other] as Float32Array];
        expect(distance).toBe(energies.euclidean(a, b));
      }
    }
  });

  it('joins to what is there, by many and by few', () => {
    const index = chosen();
    const parts = [all.slice(0, 300), all.slice(300, 1150), all.slice(1150)];
    const found = parts.flatMap((ids) => joinTo(index, ids).flatMap(show));
    expect(found.sort()).toEqual(pairsOf(all));
    expect(index.size).toBe(size);
  });

  it('goes on where joining was left, and leaves out what is not wanted any more', () => {
    const index = chosen();
    const found: string[] = [];
    const isWanted = (id: number) => id % 7 !== 3 && !index.has(id);
    for (const joined of index.joinAll(all, radius, isWanted)) {
      found.push(...joined.flatMap(show));
      if (index.size > size / 3) break;
    }
    const left = index.size;
    expect(left).toBeLessThan(size / 2);
    found.push(...joinTo(index, all, isWanted).flatMap(show));
    expect(found.sort()).toEqual(pairsOf(all.filter((id) => id % 7 !== 3)));
  });

  it('finds all pairs at any radius', () => {
    const some = vectors.slice(0, 600);
    for (const reach of [0, 0.05, 0.7, 2, Number.POSITIVE_INFINITY]) {
      let found = 0;
      for (const joined of chosen().joinAll([...some.keys()], reach)) {
        for (const { near } of joined) found += near.length;
      }
      let expected = 0;
      some.forEach((vector, id) => {
        for (let other = 0; other < id; other++) {
          const distance = energies.euclidean(vector, some[other] as Float32Array);
          if (distance * distance <= reach * reach) expected++;
        }
      });
      expect(found).toBe(expected);
    }
  });
});
