import { expect, it } from 'vitest';
import { remembered } from '../../server/src/core/remembered';

it('works an answer out once, and again when too many others were asked for', () => {
  const asked: string[] = [];
  const lettersOf = remembered(2, (text) => {
    asked.push(text);
    return [...text];
  });
  const first = lettersOf('ab');
  expect(first).toEqual(['a', 'b']);
  expect(lettersOf('ab')).toBe(first);
  lettersOf('c');
  expect(asked).toEqual(['ab', 'c']);
  lettersOf('d');
  expect(lettersOf('ab')).toEqual(first);
  expect(asked).toEqual(['ab', 'c', 'd', 'ab']);
});
