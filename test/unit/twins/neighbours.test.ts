import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { energies } from '../../../server/src/core/energies/energy';
import { NeighbourIndex } from '../../../server/src/core/twins/neighbours';

const DIMENSIONS = 20;
const aVector = fc.array(fc.float({ min: -1, max: 1, noNaN: true }), {
  minLength: DIMENSIONS,
  maxLength: DIMENSIONS,
});
const anAction = fc.record({
  key: fc.constantFrom(...'abcdefghij'),
  vector: fc.option(aVector, { nil: undefined }),
});

describe('NeighbourIndex', () => {
  it('finds what a plain walk over the inserted vectors finds, through any inserts and removals', () => {
    const radius = fc.double({ min: 0, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.array(anAction), aVector, radius, (actions, wanted, reach) => {
        const index = new NeighbourIndex(DIMENSIONS);
        const plain = new Map<string, Float32Array>();
        for (const { key, vector } of actions) {
          if (vector) {
            index.insert(key, Float32Array.from(vector));
            plain.set(key, Float32Array.from(vector));
          } else {
            index.remove(key);
            plain.delete(key);
          }
        }
        const query = Float32Array.from(wanted);
        const expected = [...plain]
          .map(([key, vector]) => ({ key, energy: energies.euclidean(query, vector) }))
          // At the very edge, summing in another order may decide otherwise.
          .filter(({ energy }) => Math.abs(energy - reach) > 1e-9);
        const found = index.within(query, reach);
        for (const { key, energy } of expected) {
          const hit = found.find((neighbour) => neighbour.key === key);
          expect(hit !== undefined).toBe(energy < reach);
          if (hit) expect(hit.energy).toBeCloseTo(energy, 6);
        }
        expect(index.size).toBe(plain.size);
      }),
    );
  });

  it('grows beyond its first room', () => {
    const index = new NeighbourIndex(2);
    for (let i = 0; i < 3000; i++) index.insert(`k${i}`, Float32Array.of(i, 0));
    expect(index.nearest(Float32Array.of(2999.4, 0), 2).map(({ key }) => key)).toEqual([
      'k2999',
      'k2998',
    ]);
  });
});
