import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BatchQueue, cutBatches } from '../../../server/src/node/encoder/batchQueue';

describe('cutBatches', () => {
  it('puts each text into one batch, of similar lengths and bounded', () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 300 });
    fc.assert(
      fc.property(lengths, (counts) => {
        const texts = counts.map((count) => 'x'.repeat(count));
        const batches = cutBatches(texts);
        const all = batches.flat();
        expect([...all].sort((i, j) => i - j)).toEqual(texts.map((_, i) => i));
        const ordered = all.map((i) => counts[i] as number);
        expect(ordered).toEqual([...ordered].sort((a, b) => b - a));
        for (const batch of batches) {
          const characters = batch.reduce((sum, i) => sum + (counts[i] as number), 0);
          expect(batch.length).toBeLessThanOrEqual(64);
          expect(batch.length === 1 || characters <= 16_384).toBe(true);
        }
      }),
    );
  });

  it('cuts no more than it must', () => {
    expect(cutBatches(new Array(200).fill('short')).map((batch) => batch.length)).toEqual([
      64, 64, 64, 8,
    ]);
  });
});

describe('BatchQueue', () => {
  const batches = (request: string, count: number) =>
    Array.from({ length: count }, (_, i) => ({ request, indices: [i] }));
  const drain = (queue: BatchQueue<string>, background: boolean) => {
    const taken: string[] = [];
    for (let next = queue.next(background); next; next = queue.next(background)) {
      taken.push(next.request + next.indices[0]);
    }
    return taken;
  };

  it('lets the foreground go first, and each in the order of arrival', () => {
    const queue = new BatchQueue<string>();
    queue.add('background', batches('scan', 2));
    queue.add('foreground', batches('hover', 2));
    queue.add('background', batches('more', 1));
    queue.add('foreground', batches('edit', 1));
    expect(drain(queue, false)).toEqual(['hover0', 'hover1', 'edit0']);
    expect(queue.size).toBe(3);
    expect(drain(queue, true)).toEqual(['scan0', 'scan1', 'more0']);
  });

  it('forgets a request that was given up', () => {
    const queue = new BatchQueue<string>();
    queue.add('background', batches('scan', 2));
    queue.add('foreground', batches('scan', 1));
    queue.add('background', batches('other', 1));
    queue.drop('scan');
    expect(drain(queue, true)).toEqual(['other0']);
  });
});
