import { beforeAll, describe, expect, it } from 'vitest';
import { type Lexicon, readLexicon } from '../../../../models/training/lexicon/lexicon';
import { randomFor } from '../../../../models/training/random';
import { edited, joinText, splitText } from '../../../../models/training/synthesis/chunks';
import { swapContent } from '../../../../models/training/synthesis/frameSwaps';

let lexicon: Lexicon;
beforeAll(async () => {
  lexicon = await readLexicon('no such folder');
});

describe('swapContent', () => {
  it('keeps the frame and replaces the nouns', () => {
    const swapped = Array.from({ length: 100 }, (_, step) =>
      swapContent('Closes the socket of the thread.', lexicon, randomFor(2, step), ['cookie']),
    );
    for (const text of swapped) {
      expect(text).toMatch(/^Closes the \w+ of the \w+\.$/);
      expect(text).not.toBe('Closes the socket of the thread.');
    }
    expect(swapped.join()).toMatch(/cookie/);
    // Now one noun, now two.
    expect(swapped.some((text) => text?.includes('socket'))).toBe(true);
    expect(swapped.some((text) => !/socket|thread/.test(text ?? ''))).toBe(true);
  });

  it.each([['Does it now.'], [''], ['A Socket of FooBar']])('finds no noun in "%s"', (text) => {
    expect(swapContent(text, lexicon, randomFor(1, 1), ['cookie'])).toBeUndefined();
  });
});

describe('chunks', () => {
  it.each([
    ['', ''],
    ['One (two), three.', 'One (two), three.'],
    ['  spaces\tand\nlines  ', '  spaces\tand\nlines  '],
    ['...', '...'],
    ['foo.bar(1, 2) [x]!', 'foo.bar(1, 2) [x]!'],
  ])('join to the text they were split from: "%s"', (text, joined) => {
    expect(joinText(splitText(text))).toBe(joined);
  });

  it('keep capitals and fit the article', () => {
    const chunks = splitText('Names: a file, An end.');
    expect(edited(chunks, [{ at: 2, length: 1, by: 'entry' }])).toBe('Names: an entry, An end.');
    expect(edited(chunks, [{ at: 0, length: 1, by: 'words' }])).toBe('Words: a file, An end.');
    expect(edited(splitText('Not a file.'), [{ at: 0, length: 1, by: '' }])).toBe('A file.');
  });
});
