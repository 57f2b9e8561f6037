import { describe, expect, it } from 'vitest';
import { normalise } from '../../../../server/src/core/embeddings/words';
import type { TwinFinder } from '../../../../server/src/core/twins/finder';
import { factApart, MAX_APART } from '../../../../server/src/core/twins/lookups/oneFactApart';
import type { Policy } from '../../../../server/src/core/twins/placed/policy';
import { settledFinder } from '../../../support/bagOfWordsFinder';

describe('factApart', () => {
  const rows = (order: string) => `Sorts the rows of the table in ${order} order.`;

  it.each([
    [rows('ascending'), rows('descending'), false, 'ascending → descending'],
    [rows('descending'), rows('ascending'), true, 'descending → ascending'],
    ['The cache is thread safe.', 'The cache is not thread safe.', false, '∅ → not'],
    // Three words of four in common, and half of them.
    ['Waits 30 more seconds.', 'Waits 60 more seconds.', false, '30 → 60'],
    ['Waits 30 seconds at most.', 'At most 60 are kept.', false, undefined],
    ['Waits 30 seconds at most.', 'At most 60 are kept.', true, '30 → 60'],
    // The same fact, or none.
    [rows('ascending'), rows('ascending'), true, undefined],
    [rows('ascending'), rows('random'), true, undefined],
  ])('%s | %s (near: %s): %s', (a, b, isNear, expected) => {
    expect(factApart(normalise(a), normalise(b), isNear)).toBe(expected);
  });
});

describe('passages one fact apart', () => {
  const line = (text: string) => `// ${text}\ncode();\n`;
  const sorts = (order: string) => line(`Sorts the rows of the table in ${order} order of keys.`);
  const waits = (seconds: number) => line(`Waits ${seconds} seconds for the reply of the server.`);
  /** What is seen from the first passage of `a`: places and differences. */
  const seen = (finder: TwinFinder) =>
    finder
      .oneFactApart('a', { line: 0, character: 4 })
      ?.others.map(({ uri, start, differsIn }) => `${uri}:${start.line} ${differsIn}`);

  it.each<[string, Record<string, string>, Partial<Policy>, readonly string[] | undefined]>([
    [
      'are named',
      { a: sorts('ascending'), b: sorts('descending') },
      {},
      ['b:0 ascending → descending'],
    ],
    ['not where they are twins', { a: sorts('ascending'), b: sorts('ascending') }, {}, undefined],
    ['not where they are unlike', { a: sorts('ascending'), b: waits(60) }, {}, undefined],
    [
      'each text once, at its first place',
      { a: waits(5), c: waits(60), b: `${sorts('ascending')}${waits(60)}` },
      {},
      ['b:2 5 → 60'],
    ],
    [
      'a few of many',
      { a: waits(5), b: [6, 7, 8, 9, 10].map(waits).join('') },
      {},
      ['b:0 5 → 6', 'b:2 5 → 7', 'b:4 5 → 8'],
    ],
    [
      'in the same file alone where twins are sought there',
      { a: waits(5) + waits(6), b: waits(7) },
      { scope: 'file' },
      ['a:2 5 → 6'],
    ],
    [
      'by their wording, however far the model sees them apart',
      { a: sorts('ascending'), b: sorts('descending') },
      { threshold: 1 },
      ['b:0 ascending → descending'],
    ],
    [
      'by the model, within what is reported',
      { a: line('Waits 30 seconds at most.'), b: line('At most 60 are kept here.') },
      { threshold: 0.3 },
      ['b:0 30 → 60'],
    ],
    [
      'not beyond what is reported',
      { a: line('Waits 30 seconds at most.'), b: line('At most 60 are kept here.') },
      { threshold: 0.8 },
      undefined,
    ],
  ])('%s', async (_, files, policy, expected) => {
    const finder = await settledFinder(files, 'typescript', policy);
    expect(seen(finder)).toEqual(expected);
    expect(expected?.length ?? 0).toBeLessThanOrEqual(MAX_APART);
  });

  it('are no findings', async () => {
    const finder = await settledFinder({ a: sorts('ascending'), b: sorts('descending') });
    expect(finder.groups()).toEqual([]);
    expect(finder.findings('a')).toEqual([]);
  });

  it('are nowhere but at a passage', async () => {
    const finder = await settledFinder({ a: sorts('ascending'), b: sorts('descending') });
    expect(finder.oneFactApart('a', { line: 1, character: 0 })).toBeUndefined();
    expect(finder.oneFactApart('gone', { line: 0, character: 4 })).toBeUndefined();
  });

  it('are marked among similar passages', async () => {
    const finder = await settledFinder({ a: sorts('ascending') + sorts('descending') });
    const near = await finder.similar('Sorts the rows of the table in ascending order of keys.', 2);
    expect(near.map(({ differsIn }) => differsIn)).toEqual([undefined, 'ascending → descending']);
  });

  it('are told by a comparison though their energy be large', async () => {
    const finder = await settledFinder({});
    const comparison = await finder.compare('Waits 30 more seconds.', 'Waits 60 more seconds.');
    expect(comparison.similarity).toBeLessThan(0.8);
    expect(comparison).toMatchObject({ verdict: 'different', differsIn: '30 → 60' });
  });
});
