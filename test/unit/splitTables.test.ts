import { describe, expect, it } from 'vitest';
import { SplitMap, SplitSet } from '../../server/src/core/splitTables';

const texts = Array.from({ length: 300 }, (_, i) => `${'x'.repeat(i % 130)}${i}`);

describe('split tables', () => {
  it('hold what a map holds', () => {
    const [split, map] = [new SplitMap<string, number>(), new Map<string, number>()];
    texts.forEach((text, i) => {
      for (const table of [split, map]) table.set(text, i);
      if (i % 3 === 0) expect(split.delete(text)).toBe(map.delete(text));
      if (i % 5 === 0) for (const table of [split, map]) table.set(text, -i);
    });
    expect(split.size).toBe(map.size);
    expect(new Map(split.entries())).toEqual(map);
    expect([...split.keys()].sort()).toEqual([...map.keys()].sort());
    expect([...split.values()].sort()).toEqual([...map.values()].sort());
    for (const text of texts) {
      expect([split.has(text), split.get(text)]).toEqual([map.has(text), map.get(text)]);
    }
  });

  it('may lose entries while they are walked through', () => {
    const set = new SplitSet<number>();
    for (let i = 0; i < 200; i++) set.add(i);
    const met: number[] = [];
    for (const key of set) {
      met.push(key);
      for (let other = key; other < 200; other += 2) set.delete(other);
    }
    expect([met.length, set.size]).toEqual([2, 0]);
  });
});
