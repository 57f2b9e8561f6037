import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Tokenizer, UNKNOWN } from '../../../server/src/core/embeddings/tokenizer';

const pieces = ['[PAD]', '[UNK]', 'a', '##a', 'retry', 're', '##try', '##ing', 'the', '##s'];
const tokenizer = new Tokenizer({ version: 1, pieces });
const encode = (text: string, limit = 64) => tokenizer.encode(text, limit).map((id) => pieces[id]);

describe('Tokenizer', () => {
  it.each([
    ['retry', ['retry']],
    ['Retrying the retrys', ['retry', '##ing', 'the', 'retry', '##s']],
    ['aa', ['a', '##a']],
    ['the zebra', ['the', '[UNK]']],
    ['', ['[UNK]']],
    ['retryz', ['[UNK]']],
  ])('%j → %j', (text, expected) => {
    expect(encode(text)).toEqual(expected);
  });

  it('cuts at the limit', () => {
    expect(encode('retrying retrying', 3)).toEqual(['retry', '##ing', 'retry']);
  });

  it('takes any string, in 1 to limit tokens of the vocabulary', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 80 }), (text, limit) => {
        const ids = tokenizer.encode(text, limit);
        expect(ids.length).toBeGreaterThanOrEqual(1);
        expect(ids.length).toBeLessThanOrEqual(limit);
        expect(ids.every((id) => id >= UNKNOWN && id < tokenizer.size)).toBe(true);
      }),
    );
  });

  it.each([
    ['another version', { version: 2, pieces }],
    ['no pieces', { version: 1 }],
    ['no special pieces', { version: 1, pieces: ['a', 'b'] }],
    ['a piece twice', { version: 1, pieces: [...pieces, 'a'] }],
  ])('refuses %s', (_, file) => {
    expect(() => new Tokenizer(file as never)).toThrow();
  });
});
