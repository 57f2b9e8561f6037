import { describe, expect, it } from 'vitest';
import { MARGINS } from '../../../server/src/core/energies/energy';
import { pairEnergy } from '../../../server/src/core/energies/pairEnergy';
import { weighPairs } from '../../../server/src/core/energies/weighPairs';
import type { Wording } from '../../../server/src/core/energies/wording';

const wording = (shared: number, substitutions: Wording['substitutions'] = []): Wording => ({
  shared,
  substitutions,
  facts: undefined,
});
const swap = [['label', 'ticket']] as const;

describe('pairEnergy', () => {
  it('is the distance where nothing stands for anything', () => {
    expect(pairEnergy(0.3, wording(0.9), () => 2, 'euclidean')).toBeCloseTo(0.3, 12);
  });

  it.each(['euclidean', 'manhattan', 'cosine'] as const)(
    'adds what substitutions are beyond the margin, %s',
    (name) => {
      const margin = MARGINS[name];
      const at = (between: number) =>
        pairEnergy(margin / 2, wording(0.9, swap), () => between, name);
      expect(at(0)).toBeCloseTo(margin / 2, 12);
      expect(at(margin)).toBeCloseTo(margin / 2, 12);
      const beyond = 0.9 ** 8 * ((1.4 * margin) ** 2 - margin ** 2);
      expect(at(1.4 * margin)).toBeCloseTo(Math.sqrt((margin / 2) ** 2 + beyond), 12);
    },
  );

  it('counts a substitution less, the fewer words the texts have in common', () => {
    const at = (shared: number) => pairEnergy(0.2, wording(shared, swap), () => 1.4, 'euclidean');
    expect(at(0.95)).toBeGreaterThan(at(0.8));
    expect(at(0.8)).toBeGreaterThan(at(0.5));
    expect(at(0.5)).toBeLessThan(0.21);
  });

  it('counts different facts whatever the embeddings say', () => {
    const facts = { a: ['3'], b: ['5'] };
    const energy = pairEnergy(0, { ...wording(0.9), facts }, () => 0, 'euclidean');
    expect(energy).toBeCloseTo(Math.sqrt(0.2), 12);
  });
});

describe('weighPairs', () => {
  it('embeds each stretch once, and none for texts that are equal', async () => {
    const asked: string[] = [];
    const embed = async (texts: readonly string[]) => {
      asked.push(...texts);
      return texts.map((text) => Float32Array.of(text === 'crate' ? 1 : -1, 0));
    };
    const line = (what: string) => `weighs the ${what} before the van leaves for the depot`;
    const pairs = [
      { a: line('crate'), b: line('letter'), distance: 0.1 },
      { a: line('letter'), b: line('crate'), distance: 0.1 },
      { a: line('crate'), b: line('crate'), distance: 0 },
    ];
    const [one, other, same] = await weighPairs(pairs, 'euclidean', embed);
    expect(asked.sort()).toEqual(['crate', 'letter']);
    // 0.1² + 0.9⁸ · (2² − 1)
    expect(one).toBeCloseTo(Math.sqrt(0.01 + 3 * 0.9 ** 8), 12);
    expect(other).toBe(one);
    expect(same).toBe(0);
  });

  it('embeds nothing where nothing was substituted', async () => {
    const embed = () => Promise.reject(new Error('asked'));
    const pair = { a: 'opens the gate', b: 'the gate opens', distance: 0.4 };
    const [weighed] = await weighPairs([pair], 'euclidean', embed);
    expect(weighed).toBeCloseTo(0.4, 12);
  });
});
