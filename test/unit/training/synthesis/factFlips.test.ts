import { beforeAll, describe, expect, it } from 'vitest';
import { type Lexicon, readLexicon } from '../../../../models/training/lexicon/lexicon';
import { randomFor } from '../../../../models/training/random';
import { flipFact } from '../../../../models/training/synthesis/factFlips';
import { normalise } from '../../../../server/src/core/embeddings/words';

let lexicon: Lexicon;
beforeAll(async () => {
  lexicon = await readLexicon('no such folder');
});

/** All that flipping `text` led to, as `kind: text`. */
function flips(text: string): Set<string> {
  const found = new Set<string>();
  for (let step = 0; step < 200; step++) {
    const flipped = flipFact(text, lexicon, randomFor(7, step));
    if (flipped) found.add(`${flipped.kind}: ${flipped.text}`);
  }
  return found;
}

describe('flipFact', () => {
  it.each([
    ['The stream is closed.', 'negation: The stream is not closed.'],
    ['It must not be shared', 'negation: It must be shared'],
    ['Callers can retry', 'negation: Callers cannot retry'],
    ['Do not touch', 'negation: Touch'],
    ['Runs without arguments', 'negation: Runs with arguments'],
    ['Finds non-empty texts', 'negation: Finds empty texts'],
    ['Sorts in ascending order.', 'opposite: Sorts in descending order.'],
    ['Enables the cache', 'opposite: Disables the cache'],
    [
      'Returns true if it works, false otherwise',
      'opposite: Returns false if it works, true otherwise',
    ],
    ['an unsigned byte', 'opposite: a signed byte'],
    ['Waits 30 seconds', 'number: Waits 60 seconds'],
    ['Waits for two of them', 'number: Waits for three of them'],
    ['Waits 30 seconds', 'unit: Waits 30 minutes'],
    ['at most 5 MB', 'unit: at most 5 KB'],
    ['at most 5 MB', 'quantity: at least 5 MB'],
    ['Removes all spaces', 'quantity: Removes no spaces'],
    ['Gets the name', 'accessor: Sets the name'],
    ['Fails if it is late', 'condition: Fails unless it is late'],
    ['Converts degrees to radians', 'exchange: Converts radians to degrees'],
  ])('turns "%s" into "%s"', (text, flipped) => {
    expect(flips(text)).toContain(flipped);
  });

  it('replaces a noun everywhere and in its number', () => {
    const entities = [...flips('The threads of a thread')].filter((flip) =>
      flip.startsWith('entity'),
    );
    expect(entities.length).toBeGreaterThan(3);
    for (const flip of entities) expect(flip).toMatch(/^entity: The (\w+) of an? \w+$/);
    expect(entities.join()).not.toMatch(/thread/);
  });

  it.each([
    ['the case is one of names only', 'A Socket of HttpClient'],
    ['both opposites are there', 'from row to column'],
    ['a question is negated', 'Checks whether it is done'],
    ['with belongs to the verb', 'Starts with it'],
    ['nothing is there', ''],
  ])('leaves alone what is not a fact: %s', (_, text) => {
    const changed = [...flips(text)].filter((flip) => !/^(exchange|entity)/.test(flip));
    expect(changed).toEqual([]);
  });

  it('always differs in the normal form, and repeats itself with the same numbers', () => {
    const text = 'Returns the first key of the table, or null if it is not empty after 10 ms.';
    for (let step = 0; step < 200; step++) {
      const one = flipFact(text, lexicon, randomFor(1, step));
      expect(normalise(one?.text ?? text)).not.toBe(normalise(text));
      expect(flipFact(text, lexicon, randomFor(1, step))).toEqual(one);
    }
  });
});
