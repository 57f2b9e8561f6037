import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Lexicon,
  readLexicon,
  softwareOpposites,
} from '../../../../models/training/lexicon/lexicon';
import { randomFor } from '../../../../models/training/random';
import { clauseOrder } from '../../../../models/training/synthesis/rewording/clauseOrder';
import { formatting } from '../../../../models/training/synthesis/rewording/formatting';
import { functionWords } from '../../../../models/training/synthesis/rewording/functionWords';
import type { Rewording } from '../../../../models/training/synthesis/rewording/rewording';
import { spellings } from '../../../../models/training/synthesis/rewording/spellings';
import { synonyms } from '../../../../models/training/synthesis/rewording/synonyms';
import { reword } from '../../../../models/training/synthesis/rewordings';
import { normalise } from '../../../../server/src/core/embeddings/words';

let lexicon: Lexicon;
beforeAll(async () => {
  lexicon = await readLexicon('no such folder');
});

function outcomes(move: Rewording, text: string): Set<string | undefined> {
  return new Set(Array.from({ length: 120 }, (_, step) => move(text, lexicon, randomFor(3, step))));
}

describe('a rewording', () => {
  it.each([
    [synonyms, 'Removes the node', 'Deletes the node'],
    [synonyms, 'The directory of it', 'The folder of it'],
    [synonyms, 'Use the given port', 'Use the specified port'],
    [clauseOrder, 'If it is late, the job stops.', 'The job stops if it is late.'],
    [clauseOrder, 'Returns null if it is late.', 'If it is late, returns null.'],
    [clauseOrder, 'Before closing it, flush the stream', 'Flush the stream before closing it'],
    [clauseOrder, 'Counts all rows and columns', 'Counts all columns and rows'],
    [functionWords, 'This method returns the name', 'Returns the name'],
    [functionWords, 'Gets the name', 'Returns the name'],
    [functionWords, 'Adds an item', 'Add an item'],
    [functionWords, 'the size of the list', "the list's size"],
    [spellings, 'the colour of it', 'the color of it'],
    [spellings, 'Reads the configuration', 'Reads the config'],
    [spellings, 'the config directories', 'the configuration dirs'],
    [formatting, 'It does not work', "It doesn't work"],
    [formatting, 'Calls maxRetries', 'Calls `maxRetries`'],
  ] as const)('%o turns "%s" into "%s"', (move, text, reworded) => {
    expect(outcomes(move, text)).toContain(reworded);
  });

  it.each([
    [clauseOrder, 'Checks if it is late'],
    [clauseOrder, 'The class that is used if it is late'],
    [clauseOrder, 'Maps keys and values, respectively'],
    [clauseOrder, 'Moves the element after the cursor'],
    [synonyms, 'A Directory of MethodHandles'],
    [synonyms, 'A hash function'],
    [spellings, 'Nothing to cut'],
  ] as const)('%o leaves "%s" alone', (move, text) => {
    expect([...outcomes(move, text)]).toEqual([undefined]);
  });
});

describe('reword', () => {
  const text =
    'Returns the first element of the list, which must not be null, if the directory exists.';

  it('changes the words, keeps every fact and repeats itself with the same numbers', () => {
    const facts = ['first', 'not'];
    for (let step = 0; step < 200; step++) {
      const reworded = reword(text, lexicon, randomFor(5, step));
      expect(reword(text, lexicon, randomFor(5, step))).toBe(reworded);
      if (reworded === undefined) continue;
      const words = normalise(reworded).split(' ');
      expect(normalise(reworded)).not.toBe(normalise(text));
      expect(words).toEqual(expect.arrayContaining(facts));
      const opposite = normalise(text)
        .split(' ')
        .filter((word) => words.some((other) => softwareOpposites.joins(word, other)));
      expect(opposite).toEqual([]);
    }
  });

  it('has nothing to say of a text without words that it knows', () => {
    expect(reword('xyzzy FooBar', lexicon, randomFor(1, 1))).toBeUndefined();
  });
});
