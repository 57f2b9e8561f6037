import { expect, it } from 'vitest';
import type { PlacedPassage } from '../../../server/src/core/twins/twin';
import {
  describeNearMiss,
  describeNote,
  describeSilence,
} from '../../../server/src/lsp/describeSilence';

const label = (uri: string) => uri.replace('file:///', '');
const passage = (uri: string, line: number): PlacedPassage => {
  const start = { line, character: 0 };
  return { uri, kind: 'doc', start, end: { line, character: 9 }, text: 'Sends it.' };
};

it('says which filter silenced a passage, and why', () => {
  const silence = { passage: passage('file:///a.ts', 0), silencedBy: 'licence' };
  expect(describeSilence(silence, label, false)).toBe(
    'Text Twin: not reported: filter licence. Every file must carry its copyright and licence notice.',
  );
});

it('says what it repeats, with a link in Markdown', () => {
  const like = passage('file:///b[1].ts', 11);
  const silence = { passage: passage('file:///a.ts', 0), silencedBy: 'overloads', like };
  expect(describeSilence(silence, label, false)).toMatch(
    /repeats b\[1\]\.ts:12, filter overloads\./,
  );
  expect(describeSilence(silence, label, true)).toMatch(
    /^\*\*Text Twin\*\*: not reported: repeats \[.*\]\(<file:\/\/\/b\[1\]\.ts#L12>\), filter `overloads`\./,
  );
});

it('names the passage that is nearly alike enough', () => {
  const nearest = { ...passage('file:///b.ts', 11), energy: 0.4, similarity: 0.879 };
  const miss = { passage: passage('file:///a.ts', 0), nearest, threshold: 0.92 };
  expect(describeNearMiss(miss, label, false)).toBe(
    'Text Twin: not reported: similarity 0.87 to b.ts:12, below 0.92.',
  );
});

it('says why a finding is a note', () => {
  expect(describeNote('idiom', false)).toBe(
    'Text Twin: a note, no warning: idiom. The comment belongs to a line or two of code that are the same in other functions.',
  );
  expect(describeNote('idiom', true)).toMatch(
    /^\*\*Text Twin\*\*: a note, no warning: `idiom`\. The/,
  );
});
