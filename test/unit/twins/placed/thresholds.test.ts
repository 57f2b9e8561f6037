import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Thresholds } from '../../../../server/src/core/twins/placed/thresholds';

const least = (kept: ReadonlyMap<string, number>) => Math.min(1, ...kept.values());

it('is the least of what is kept, whatever came and went', () => {
  const change = fc.record({
    uri: fc.constantFrom('a', 'b', 'c'),
    threshold: fc.option(fc.constantFrom(0.5, 0.7, 0.9, 1), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
      const thresholds = new Thresholds();
      const kept = new Map<string, number>();
      for (const { uri, threshold } of changes) {
        thresholds.set(uri, threshold);
        if (threshold === undefined) kept.delete(uri);
        else kept.set(uri, threshold);
        expect(thresholds.least).toBe(least(kept));
      }
    }),
  );
});
