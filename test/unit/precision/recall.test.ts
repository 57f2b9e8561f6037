import { describe, expect, it } from 'vitest';
import { FLOOR, thresholdWithin } from '../../precision/baselines/baseline';
import { nearestSimilarities, shingles, shinglesOf } from '../../precision/baselines/shingles';
import {
  countNatural,
  foundBy,
  foundByClones,
  foundIn,
  renderRecall,
} from '../../precision/recall';
import { groupAt } from './support';

const plant = { kind: 'exact' as const, original: 'x', copy: 'x', line: 1 };
const at = (place: string) => {
  const [path = '', line] = place.split(':');
  return { path, startLine: Number(line) };
};
const pair = (original: string, copy: string, line = 1) => ({
  plant: { ...plant, line },
  original: at(original),
  copy: at(copy),
});

describe('finding planted pairs', () => {
  const planted = [pair('a:10', 'b:10'), pair('a:20', 'b:20'), pair('a:30', 'b:30')];
  const report = {
    groups: [
      groupAt(1, ['a:10', 'b:10', 'c:1']),
      groupAt(2, ['a:20', 'c:2', 'c:3']),
      groupAt(3, ['b:20', 'c:9']),
    ],
  };

  it('asks for both ends in one group', () => {
    expect([...foundIn(planted, report)]).toEqual([planted[0]]);
  });

  it('counts passages that are twins of others without the plants', () => {
    expect(countNatural(planted, report)).toBe(2);
  });
});

describe('shingles', () => {
  it('are distinct runs of five characters of the normal form', () => {
    expect([...shinglesOf('Abc, DEF.')]).toEqual(['abc d', 'bc de', 'c def']);
    expect([...shinglesOf('ab')]).toEqual(['ab']);
    expect(shingles.similarity('abcdef', 'abcdeg')).toBeCloseTo(1 / 3, 12);
  });

  it('find the nearest text as visiting all pairs does', () => {
    const words = ['pump', 'valve', 'closes', 'before', 'opens', 'after', 'water', 'the'];
    const texts = Array.from({ length: 60 }, (_, i) =>
      [1, 3, 5, 7, 11].map((step) => words[(i * step + (i >> 3)) % 8]).join(' '),
    );
    const naive = texts.map((a, i) => {
      const others = texts.filter((_, j) => j !== i).map((b) => shingles.similarity(a, b));
      const best = Math.max(...others);
      return best < FLOOR ? 0 : best;
    });
    expect(new Set(naive).size).toBeGreaterThan(3);
    expect(nearestSimilarities(texts)).toEqual(naive);
  });

  it.each([
    [0, [], FLOOR],
    [2, [0.9, 0.5], FLOOR],
    [2, [0.9, 0.8, 0.5], 0.8],
    [2, [0.9, 0.8, 0.8], 0.9],
    [1, [1, 1, 0.5], 1],
    [0, [0.7], 1],
    [5, [0.2, 0.3], FLOOR],
  ])('a budget of %i of %j gives threshold %d', (budget, similarities, expected) => {
    expect(thresholdWithin(budget, similarities)).toBe(expected);
  });
});

describe('the table of recall', () => {
  const passage = (place: string, normal: string) => [place, { ...at(place), normal }] as const;
  const harvest = {
    planted: [pair('a:10', 'b:10', 4), pair('a:20', 'b:20', 5)],
    reports: {
      strict: { groups: [] },
      balanced: {
        groups: [groupAt(1, ['a:10', 'b:10']), groupAt(2, ['c:1', 'c:2'])],
        silenced: [{ ...at('b:20'), endLine: 21, filter: 'todo-only' }],
      },
      loose: { groups: [groupAt(1, ['a:10', 'b:10']), groupAt(3, ['a:20', 'b:20'])] },
    },
    passages: new Map([
      passage('a:10', 'the pump closes the valve'),
      passage('b:10', 'water runs uphill'),
      passage('a:20', 'one and the same text'),
    ]),
    natural: new Map([[shingles.name, [0.9, 0.6, 0.6, 0.5]]]),
    clones: undefined,
  };

  it('has a column per sensitivity and one of the baseline at the noise of balanced', () => {
    const text = renderRecall([harvest], [shingles]);
    expect(text).toContain('5-gram Jaccard ≥ 0.90');
    const row = /^\| exact +\| (\d+) +\| (\S+) .*?\| (\S+) .*?\| (\S+) .*?\| (\S+) /m.exec(text);
    expect(row?.slice(1)).toEqual(['2', '0.000', '0.500', '1.000', '0.000']);
    expect(text).toContain('warns of 2 passages that nobody planted');
  });

  it('tells pairs that are found as a note from those that are warned of', () => {
    const notes = [
      { ...groupAt(1, ['a:10', 'b:10']), level: 'note' as const, note: 'idiom' },
      groupAt(2, ['a:20', 'b:20']),
      { ...groupAt(3, ['c:1', 'c:2']), level: 'note' as const },
    ];
    const text = renderRecall(
      [{ ...harvest, reports: { ...harvest.reports, balanced: { groups: notes } } }],
      [],
    );
    const rows = text.split('\n').filter((line) => line.startsWith('| '));
    const cells = rows.map((row) => row.split('|').map((cell) => cell.trim().split(' [')[0]));
    expect(cells[0]?.slice(3, 7)).toEqual(['strict', 'balanced', 'balanced, notes too', 'loose']);
    expect(cells.find(([, kind]) => kind === 'exact')?.slice(3, 7)).toEqual([
      '0.000',
      '0.500',
      '1.000',
      '1.000',
    ]);
    expect(text).toContain('warns of 0 passages that nobody planted');
    expect(text).toContain('- exact, told as a note (idiom): 1, plants 4\n');
  });

  it('says why balanced missed a pair', () => {
    const text = renderRecall([harvest], []);
    expect(text).toContain('- exact, silenced by todo-only: 1, plants 5\n');
    expect(text.match(/^- /gm)).toHaveLength(1);
  });

  it('lets the baseline find what is alike enough', () => {
    const both = new Map([
      passage('a:10', 'one and the same'),
      passage('b:10', 'one and the same'),
    ]);
    expect(foundBy(shingles, { ...harvest, passages: both }, 1).size).toBe(1);
    expect(foundBy(shingles, harvest, 0.5).size).toBe(0);
  });

  it('has a column of the clone detector where it ran', () => {
    const lines = (path: string, startLine: number, endLine: number) => ({
      path,
      startLine,
      endLine,
    });
    const clones = [
      [lines('b', 8, 12), lines('a', 9, 10)],
      [lines('a', 20, 25), lines('b', 21, 26)],
    ] as const;
    expect([...foundByClones({ ...harvest, clones })]).toEqual([harvest.planted[0]]);
    const text = renderRecall([{ ...harvest, clones }], []);
    expect(text).toContain('jscpd, as it comes, reports 2 clones.');
    expect(renderRecall([harvest], [])).not.toContain('jscpd');
  });
});
