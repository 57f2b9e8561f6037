import { expect, it } from 'vitest';
import { normalise } from '../../../server/src/core/embeddings/words';
import { exchangedIn } from '../../../server/src/core/energies/exchange';

const check = (a: string, b: string) => {
  const found = exchangedIn(normalise(a).split(' '), normalise(b).split(' '));
  return found && `${found.a.join(' ')} ↔ ${found.b.join(' ')}`;
};

it.each([
  ['Copies the primary to the replica.', 'Copies the replica to the primary.', 'primary ↔ replica'],
  ['Feeds cats before dogs.', 'Feeds dogs before cats.', 'cats ↔ dogs'],
  [
    'The gate is open by day, but shut by night.',
    'The gate is shut by day, but open by night.',
    'open ↔ shut',
  ],
])('%s | %s', (a, b, expected) => {
  expect(check(a, b)).toBe(expected);
});

it.each([
  ['Feeds cats and dogs.', 'Feeds dogs and cats.'],
  ['When the bell rings, the gate opens.', 'The gate opens when the bell rings.'],
  ['Rings the bell.', 'Rings the bell.'],
  ['Rings the bell.', 'Rings a bell twice.'],
])('finds nothing exchanged: %s | %s', (a, b) => {
  expect(check(a, b)).toBeUndefined();
});
