import { readFileSync } from 'node:fs';
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
    ['thé retrys', ['the', 'retry', '##s']],
    ['', ['[UNK]']],
    [`the ${'x'.repeat(41)}`, ['the', '[UNK]']],
  ])('%j → %j', (text, expected) => {
    expect(encode(text)).toEqual(expected);
  });

  it('gives what no piece covers tokens of its own, the same for the same characters', () => {
    const { pieces: shipped } = JSON.parse(readFileSync('models/encoder/tokenizer.json', 'utf8'));
    const ids = (text: string) => new Tokenizer({ version: 1, pieces: shipped }).encode(text, 64);
    const file = ids('файл');
    expect(ids('файл читает')).toEqual([...file, ...ids('читает')]);
    expect(ids('файлы')[0]).toBe(file[0]);
    for (const other of ['данные', 'パス', '경로', '🦉🦉', 'ფაილი'])
      expect(ids(other)).not.toEqual(file);
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
