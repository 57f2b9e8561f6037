import { expect, it } from 'vitest';
import { isRespelling } from '../../../server/src/core/energies/respelling';

it.each([
  ['mehtod', 'method'],
  ['occurance', 'occurrence'],
  ['behavior', 'behaviour'],
  ['uninitialised', 'uninitialized'],
  ['finds', 'find'],
  ['multi valued', 'multivalued'],
  ['hex', 'hexadecimal'],
  ['a', 'an'],
  ['these', 'the'],
])('takes %s and %s for the same words', (one, other) => {
  expect(isRespelling(one, other)).toBe(true);
  expect(isRespelling(other, one)).toBe(true);
});

it.each([
  ['minimum', 'maximum'],
  ['safe', 'unsafe'],
  ['encode', 'decode'],
  ['now', 'not'],
  ['letter', 'parcel'],
  ['utf 8', 'utf 16'],
  ['the', 'no'],
  ['is', 'in'],
])('tells %s and %s apart', (one, other) => {
  expect(isRespelling(one, other)).toBe(false);
  expect(isRespelling(other, one)).toBe(false);
});
