import { describe, expect, it } from 'vitest';
import { randomFor } from '../../../models/training/random';
import { shuffled } from '../../../models/training/synthesis/choose';
import { drawWarnings, type Warning } from '../../precision/sample';
import { groupAt } from './support';

const warningsOf = (repository: string, count: number): Warning[] =>
  Array.from({ length: count }, (_, i) => ({
    repository,
    group: groupAt(i, ['a.ts:1', 'b.ts:1']),
  }));
const all = [...warningsOf('big', 300), ...warningsOf('small', 30)];
const options = { count: 50, seed: 1, perRepository: 60 };
const keys = (drawn: readonly Warning[]) => drawn.map((w) => `${w.repository} ${w.group.id}`);

describe('drawing warnings', () => {
  it('gives the same sample for the same seed, whatever the order', () => {
    const turned = [...all].reverse();
    expect(keys(drawWarnings(turned, options))).toEqual(keys(drawWarnings(all, options)));
  });

  it('gives another sample for another seed', () => {
    expect(keys(drawWarnings(all, { ...options, seed: 2 }))).not.toEqual(
      keys(drawWarnings(all, options)),
    );
  });

  it('draws none twice and leaves its input alone', () => {
    const before = keys(all);
    const drawn = keys(drawWarnings(all, options));
    expect(new Set(drawn).size).toBe(50);
    expect(keys(all)).toEqual(before);
  });

  it('takes at most the share of each repository, and fewer when there are no more', () => {
    const drawn = drawWarnings(all, { ...options, count: 300 });
    expect(drawn.filter(({ repository }) => repository === 'big')).toHaveLength(60);
    expect(drawn.filter(({ repository }) => repository === 'small')).toHaveLength(30);
  });

  it('draws each warning about equally often', () => {
    const ten = warningsOf('one', 10);
    const times = new Map<string, number>();
    for (let seed = 0; seed < 2000; seed++) {
      for (const key of keys(drawWarnings(ten, { ...options, seed, count: 3 }))) {
        times.set(key, (times.get(key) ?? 0) + 1);
      }
    }
    // 600 expected; four standard deviations of a binomial are 82.
    expect(times.size).toBe(10);
    for (const count of times.values()) expect(Math.abs(count - 600)).toBeLessThan(82);
  });
});

it('shuffling keeps every item', () => {
  const items = shuffled([...Array(100).keys()], randomFor(7, 0));
  expect(items).not.toEqual([...Array(100).keys()]);
  expect([...items].sort((a, b) => a - b)).toEqual([...Array(100).keys()]);
});
