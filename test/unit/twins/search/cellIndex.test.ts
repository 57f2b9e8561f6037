import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { energies } from '../../../../server/src/core/energies/energy';
import { firstAxes } from '../../../../server/src/core/twins/search/axes';
import { CellIndex } from '../../../../server/src/core/twins/search/cellIndex';
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

  it('finds each near pair once when all are joined, in cells that it chose itself', () => {
    const vectors = clumps(800, 2);
    const table = tableOf(vectors);
    const choosing = chooseCentres(
      table,
      vectors.map((_vector, id) => id),
    );
    let step = choosing.next();
    while (!step.done) step = choosing.next();
    expect(step.value.count).toBeGreaterThan(40);
    const index = new CellIndex(table, step.value, kernel);
    const radius = 0.2;
    const found = vectors.flatMap((_vector, id) =>
      index.join(id, radius).map((near) => `${id}-${near.id}`),
    );
    const expected: string[] = [];
    vectors.forEach((vector, id) => {
      for (let other = 0; other < id; other++) {
        const distance = energies.euclidean(vector, vectors[other] as Float32Array);
        if (distance * distance <= radius * radius) expected.push(`${id}-${other}`);
      }
    });
    expect(expected.length).toBeGreaterThan(300);
    expect(found.sort()).toEqual(expected.sort());
  });
});
