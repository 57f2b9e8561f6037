import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../../server/src/core/embeddings/words';
import { compareWording } from '../../../server/src/core/energies/wording';

const compare = (a: string, b: string) => compareWording(normalise(a), normalise(b));

describe('compareWording', () => {
  it.each([
    [
      'Weighs the parcels before the van leaves.',
      'Weighs the letters before the van leaves.',
      [['parcels', 'letters']],
    ],
    [
      'Prints a label for each crate on the shelf, oldest first.',
      'Prints a ticket for each crate on the shelf, smallest first.',
      [
        ['label', 'ticket'],
        ['oldest', 'smallest'],
      ],
    ],
    // What is only added stands for nothing.
    ['Weighs the parcels.', 'Weighs the heavy parcels.', []],
    // What has only moved is in both.
    ['When the bell rings, the gate opens.', 'The gate opens when the bell rings.', []],
    // Another spelling is the same word.
    ['Colours the parcels of the day.', 'Colors the parcels of the day.', []],
    // Texts of other wording.
    ['Weighs the parcels.', 'Opens a gate when somebody rings.', []],
  ])('%s | %s', (a, b, substitutions) => {
    expect(compare(a, b).substitutions).toEqual(substitutions);
    expect(compare(b, a).substitutions).toEqual(substitutions.map(([one, other]) => [other, one]));
  });

  it('says what share of words texts have in common, and in what facts they differ', () => {
    const { shared, facts } = compare('Waits for 3 seconds.', 'Waits for 5 seconds.');
    expect(shared).toBe(0.75);
    expect(facts).toEqual({ a: ['3'], b: ['5'] });
  });

  it('has a share in [0, 1], and no substitution of equal stretches, whatever the texts', () => {
    const text = fc
      .array(fc.constantFrom('the', 'gate', 'gates', 'opens', 'not', '3', 'late', 'a'), {
        minLength: 1,
        maxLength: 12,
      })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { shared, substitutions } = compareWording(a, b);
        expect(shared).toBeGreaterThanOrEqual(0);
        expect(shared).toBeLessThanOrEqual(1);
        for (const [one, other] of substitutions) {
          expect(one).not.toBe(other);
          expect(one).not.toBe('');
          expect(other).not.toBe('');
        }
      }),
    );
  });
});
