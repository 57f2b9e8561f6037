import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countProseWords, normalise, wordsOf } from '../../../server/src/core/embeddings/words';

describe('wordsOf', () => {
  it.each([
    ['Returns the Size.', 'returns the size'],
    ['maxRetryCount', 'max retry count'],
    ['snake_case_name', 'snake case name'],
    ['parseHTTPRequest', 'parse http request'],
    ['utf8 and UTF-16', 'utf 8 and utf 16'],
    ["It doesn't, can't and won't.", 'it does not can not and will not'],
    ['It doesn’t', 'it does not'],
    ['a >= b && !c', 'a > = b & & ! c'],
    ['ﬁle ½', 'file 1 2'],
    ['日本語 text', '日 本 語 text'],
    ['  —…  ', ''],
  ])('%j → %j', (text, words) => {
    expect(wordsOf(text).join(' ')).toBe(words);
  });

  it('is settled after one pass: normal texts are their own normal form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
    );
  });
});

describe('countProseWords', () => {
  it.each([
    ['Closes the file.', 3],
    ['Used by defaultReadObject', 3],
    ['_ORG_APACHE_HARMONY_NIOCHAR_H', 1],
    ['java.net.Proxy.Type#valueOf(String)', 1],
    ['13 Dec 1999 14:15:16', 1],
    ['0xa3 + s2', 1],
    ['日本語のコメント', 8],
    ['', 0],
  ])('%j: %d', (text, count) => {
    expect(countProseWords(text)).toBe(count);
  });
});

describe('ASCII', () => {
  const aToken = fc.constantFrom(
    ...["can't", "won't", "isn't", "n't", 'HTTPRequest', 'maxRetryCount2', '0x1F', '0Xx', 'x0x'],
    ...[
      'a_b',
      '!c',
      '>=',
      '12',
      '12a',
      '--',
      '(see',
      "'quoted'",
      'A',
      'aB',
      '\t',
      '\n',
      ' ',
      '\x1c',
    ],
  );
  const aText = fc.oneof(
    fc.string({ unit: 'binary-ascii' }),
    fc.array(aToken).map((tokens) => tokens.join(' ')),
    fc.array(aToken).map((tokens) => tokens.join('')),
  );

  it('has the words that it has among other letters', () => {
    fc.assert(
      fc.property(aText, (text) => {
        expect(wordsOf(`${text} é`)).toEqual([...wordsOf(text), 'é']);
        expect(countProseWords(`${text} é`)).toBe(countProseWords(text) + 1);
      }),
    );
  });
});
