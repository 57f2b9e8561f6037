import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evaluate } from '../../../models/evaluation/evaluate';
import type { Method } from '../../../models/evaluation/method';
import { reciprocalRanks } from '../../../models/evaluation/retrieval';
import type { Measure } from '../../../models/evaluation/sets';
import type { Pair } from '../../../models/training/pairFiles';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'text-twin-evaluate-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Texts are numbers; near numbers are alike. */
const near: Method = {
  name: 'near',
  compare: (texts) => (i, j) => -Math.abs(Number(texts[i]) - Number(texts[j])),
};
const far: Method = {
  name: 'far',
  compare: (texts) => (i, j) => Math.abs(Number(texts[i]) - Number(texts[j])),
};
const constant: Method = { name: 'constant', compare: () => () => 0 };

const pair = (a: number, b: number, y: number) => ({ a: `${a}`, b: `${b}`, y });

async function measure(measured: Measure, pairs: object[], ours: Method, baselines: Method[]) {
  const file = path.join(folder, 'set.jsonl');
  await writeFile(file, pairs.map((each) => JSON.stringify(each)).join('\n'));
  return evaluate({ name: 'set', measure: measured, file }, ours, baselines);
}

describe('evaluate', () => {
  const graded = [pair(1, 1, 1), pair(1, 2, 0.8), pair(1, 5, 0.4), pair(1, 9, 0)];
  const labelled = [pair(1, 1, 1), pair(1, 2, 1), pair(1, 5, 0), pair(1, 9, 0)];
  const positives = [pair(1, 1, 1), pair(5, 6, 1), pair(9, 8, 1)];

  it.each([
    ['AUC', labelled, { ours: 1, far: 0, constant: 0.5, best: 'constant' }],
    ['Spearman', graded, { ours: 1, far: -1, constant: Number.NaN, best: 'far' }],
    ['MRR', positives, { ours: 1, far: 1 / 3, constant: 1 / 2, best: 'constant' }],
  ] as const)('measures %s of the encoder and of each baseline', async (name, pairs, expected) => {
    for (const baselines of [
      [far, constant],
      [constant, far],
    ]) {
      const row = await measure(name, [...pairs], near, baselines);
      expect(row).toMatchObject({ set: 'set', measure: name, pairs: pairs.length });
      expect(row.ours.value).toBeCloseTo(expected.ours, 9);
      expect(row.baselines).toEqual({ far: expected.far, constant: expected.constant });
      expect(row.best).toBe(expected.best);
      const best = row.baselines[row.best] as number;
      expect(row.difference.value).toBeCloseTo(expected.ours - best, 9);
    }
  });

  it('measures a part of the encoder, and takes none for the best baseline', async () => {
    const row = await measure('AUC', labelled, near, [
      { ...near, name: 'part', isPart: true },
      far,
    ]);
    expect(row.baselines).toEqual({ part: 1, far: 0 });
    expect(row.best).toBe('far');
  });

  it('tells a method which pairs are asked for, but for ranks, which ask for all', async () => {
    const seen: unknown[] = [];
    const spy: Method = {
      name: 'spy',
      compare(_, wanted) {
        seen.push(wanted);
        return () => 0;
      },
    };
    await measure('AUC', labelled.slice(1), near, [spy]);
    await measure('MRR', positives, near, [spy]);
    expect(seen).toEqual([
      [
        [0, 1],
        [0, 2],
        [0, 3],
      ],
      undefined,
    ]);
  });

  it('shows a method each distinct text once', async () => {
    const seen: string[][] = [];
    const spy: Method = {
      name: 'spy',
      compare(texts) {
        seen.push([...texts]);
        return () => 0;
      },
    };
    await measure('AUC', labelled, near, [spy]);
    expect(seen).toEqual([['1', '2', '5', '9']]);
  });

  it('names file and line of a malformed pair', async () => {
    const pairs = [...labelled, { a: '1' }];
    await expect(measure('AUC', pairs, near, [far])).rejects.toThrow(/set\.jsonl:5: /);
  });
});

describe('reciprocalRanks', () => {
  const toPairs = (texts: readonly (readonly [string, string])[]): Pair[] =>
    texts.map(([a, b]) => ({ a, b, isDuplicate: 1, extra: {} }));
  const ranksOf = (texts: readonly (readonly [string, string])[]) => {
    const all = [...texts.map(([a]) => a), ...texts.map(([, b]) => b)];
    const similarity = (i: number, j: number) => -Math.abs(Number(all[i]) - Number(all[j]));
    return reciprocalRanks(toPairs(texts), similarity);
  };

  it.each<[string, (readonly [string, string])[], number[]]>([
    [
      'counts the texts that are nearer',
      [
        ['1', '4'],
        ['3', '3'],
        ['2', '2'],
      ],
      [1 / 3, 1, 1],
    ],
    [
      'shares the ranks of equal ones',
      [
        ['5', '6'],
        ['9', '4'],
      ],
      [1 / 1.5, 1 / 2],
    ],
    [
      'counts a text once however often it occurs',
      [
        ['1', '4'],
        ['3', '3'],
        ['2', '3'],
      ],
      [1 / 2, 1, 1],
    ],
    [
      'holds no other right answer against one',
      [
        ['1', '4'],
        ['1', '2'],
        ['9', '9'],
      ],
      [1, 1, 1],
    ],
  ])('%s', (_, texts, expected) => {
    ranksOf(texts).forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i] as number, 9);
    });
    expect(ranksOf(texts)).toHaveLength(expected.length);
  });
});
