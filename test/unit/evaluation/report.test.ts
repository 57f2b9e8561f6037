import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EvaluationRow } from '../../../models/evaluation/evaluate';
import { findSets, SET_COUNT } from '../../../models/evaluation/sets';
import { publishedTable, Table } from '../../../models/evaluation/table';

const row: EvaluationRow = {
  set: 'stsb-test',
  measure: 'Spearman',
  pairs: 1379,
  ours: { value: 0.6821, low: 0.648, high: 0.711 },
  baselines: { 'word table': 0.672, Jaccard: 0.567, potion: 0.743 },
  best: 'potion',
  difference: { value: -0.0619, low: -0.0871, high: 0.0364 },
};

describe('Table', () => {
  it('marks the best baseline, leaves out what was not measured and writes intervals', () => {
    const table = new Table(['word table', 'Jaccard', 'TF-IDF', 'potion']);
    expect(table.row(row)).toBe(
      '| stsb-test      | Spearman |   1379 | 0.682 [.648 .711] | 0.672      | 0.567   | –      | 0.743* | -.062 [-.087 +.036] |',
    );
  });

  it('keeps its columns in line, within 140 of them', () => {
    const table = new Table(['word table', 'Jaccard', 'TF-IDF', '3-5-grams', 'potion']);
    const none = { value: Number.NaN, low: Number.NaN, high: Number.NaN };
    const lines = [...table.head().split('\n'), table.row(row)];
    for (const line of lines) {
      expect(line.length).toBe(lines[0]?.length);
      expect(line.length).toBeLessThanOrEqual(140);
    }
    expect(table.row({ ...row, ours: none })).toContain('| – [– –] ');
  });
});

describe('publishedTable', () => {
  it('sets published figures beside ours, as such', () => {
    const text = publishedTable([row]);
    expect(text).toMatch(/^Published, not measured here/);
    expect(text).toMatch(
      /stsb-test .*Text Twin 0\.682 \(measured\) · InferSent 0\.680 · USE 0\.749/,
    );
    expect(text).not.toContain('sick-test');
  });

  it('is empty without a set that has any', () => {
    expect(publishedTable([{ ...row, set: 'cross-docs' }])).toBe('');
  });
});

describe('findSets', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'text-twin-sets-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('finds what is there and names the rest, its place and the remedy', async () => {
    const [data, own] = [path.join(folder, 'data'), path.join(folder, 'own')];
    await mkdir(path.join(data, 'eval'), { recursive: true });
    await writeFile(path.join(data, 'eval', 'codenn.jsonl.gz'), '');
    const { sets, gaps } = findSets(data, own);
    expect(sets).toEqual([
      { name: 'codenn', measure: 'MRR', file: path.join(data, 'eval', 'codenn.jsonl.gz') },
    ]);
    expect(gaps.flatMap(({ names }) => names)).toHaveLength(SET_COUNT - 1);
    expect(gaps.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/eval: javadoc-hard\.jsonl\.gz, .* missing; .*--data/),
      expect.stringMatching(/own: the folder is missing; .*git checkout/),
    ]);
  });
});
