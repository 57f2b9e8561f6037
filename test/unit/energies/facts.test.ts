import { describe, expect, it } from 'vitest';
import { normalise } from '../../../server/src/core/embeddings/words';
import { factsApart } from '../../../server/src/core/energies/facts';

const check = (a: string, b: string) => {
  const difference = factsApart(normalise(a), normalise(b));
  return difference && `${difference.a.join(' ')} → ${difference.b.join(' ')}`;
};

describe('factsApart', () => {
  it.each([
    [
      'Sorts the rows in ascending order.',
      'Sorts the rows in descending order.',
      'ascending → descending',
    ],
    ['Waits 30 seconds for a reply.', 'Waits 60 seconds for a reply.', '30 → 60'],
    ['The timeout in seconds.', 'The timeout in milliseconds.', 'seconds → milliseconds'],
    [
      'The end of the range, inclusive.',
      'The end of the range, exclusive.',
      'inclusive → exclusive',
    ],
    ['The minimum number of retries.', 'The maximum number of retries.', 'minimum → maximum'],
    ['Runs before the file is saved.', 'Runs after the file is saved.', 'before → after'],
    ['The cache is thread safe.', 'The cache is not thread safe.', ' → not'],
    ['It is called when the user is known.', "It isn't called when the user is known.", ' → not'],
  ])('%s | %s', (a, b, expected) => {
    expect(check(a, b)).toBe(expected);
  });

  it.each([
    ['Closes the file.', 'Closes the file.'],
    ['Returns the number of items.', 'Returns how many items there are.'],
    ['Retries up to three times, then gives up.', 'Gives up after three attempts.'],
    ['Retries the request.', 'Retries the failed request at once.'],
    ['The first page is loaded before all others.', 'Before all others, the first page is loaded.'],
    ['Port 8080 is used by default.', 'By default, port 8080 is used.'],
    ['Waits 30 seconds.', 'Waits half a minute.'],
    ['Removes the entry from the map.', 'Deletes the entry from the map.'],
    ['The largest size of a block.', 'The biggest size of a block.'],
    ['The target of the copy.', 'The destination of the copy.'],
    ['This option is required.', 'This option is mandatory.'],
  ])('%s = %s', (a, b) => {
    expect(check(a, b)).toBeUndefined();
  });

  it('speaks of the same difference from both sides', () => {
    expect(check('opens the door', 'closes the door')).toBe('opens → closes');
    expect(check('closes the door', 'opens the door')).toBe('closes → opens');
  });
});
