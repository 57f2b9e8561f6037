import { describe, expect, it } from 'vitest';
import {
  countOf,
  describeDuration,
  printable,
  truncate,
} from '../../../server/src/core/reports/words';

describe('words for people', () => {
  it.each([
    [0, '0 files'],
    [1, '1 file'],
    [12345, '12,345 files'],
  ])('counts %d', (count, expected) => {
    expect(countOf(count, 'file')).toBe(expected);
  });

  it.each([
    [0.4, '0 ms'],
    [999, '999 ms'],
    [1000, '1.0 s'],
    [59_900, '59.9 s'],
    [125_000, '2 min 5 s'],
  ])('describes %d ms', (ms, expected) => {
    expect(describeDuration(ms)).toBe(expected);
  });

  it.each([
    ['  a\n\tb  ', 'a b'],
    ['a\u001b]0;title\u0007b', 'a\ufffd]0;title\ufffdb'],
    ['a\u202eb', 'a\ufffdb'],
    ['naïve 日本語 👩‍🚀', 'naïve 日本語 👩‍🚀'],
  ])('makes %j printable', (text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it.each([
    ['short', 5, 'short'],
    ['longer', 5, 'long…'],
    ['two words', 5, 'two…'],
    ['😀😀😀', 2, '😀…'],
  ])('cuts %j to %d', (text, width, expected) => {
    expect(truncate(text, width)).toBe(expected);
  });
});
