import { wordsOf } from '../../embeddings/words';
import { endingOf } from '../paths';
import { areAtHome } from './atHome';
import type { GroupFilter, GroupMember } from './groupFilter';

/** Members so many lines apart are read together. */
const CLOSE = 15;
/** Texts that differ in more words in one place differ in more than one thing. */
const MOST_WORDS = 4;
/** Shorter words of names (`is`, `of`, `to`) make no kin. */
const SHORTEST_WORD = 4;
/** What qualifies a sentence that could end before it. */
const QUALIFIERS = new Set(
  'if unless when while using with without as for from in on at by to and but according via only given'.split(
    ' ',
  ),
);
const LONGEST_TAIL = 14;
/** Capitals or digits within, brackets, slashes, flags: a name, not a word of prose. */
const CODE = /\p{Ll}\p{Lu}|\p{Lu}{2}|\p{L}\p{N}|\p{N}|[_(){}[\]<>=/\\@#$%&|]|\w\.\w|^--?\w|`/u;

/** Texts that are nearly equal, and whose places or spelling show that the difference is meant. */
export const neighbours: GroupFilter = {
  name: 'neighbours',
  reason: 'Siblings that differ in one fact each would lose it in a merge.',
  differs: true,
  keysOf: () => ['text'],
  relates(one, other) {
    if (one.normal === other.normal || !areAtHome(one, other)) return false;
    const { a, b, isTail } = differenceOf(one.text, other.text);
    const isSubstitution = Math.max(a.length, b.length) <= MOST_WORDS;
    if (isSubstitution && a.length + b.length > 0 && [...a, ...b].every((word) => CODE.test(word)))
      return true;
    if (areDocumentedKin(one, other)) return true;
    if (!areSiblings(one, other)) return false;
    const tail = a.length > 0 ? a : b;
    return isSubstitution || (isTail && isQualifier(tail));
  },
};

/** Documentation of two declarations whose names share a word: kin are told apart by what their texts differ in. */
function areDocumentedKin({ kind, site: one }: GroupMember, other: GroupMember): boolean {
  const [a, b] = [one.member, other.site.member];
  if (kind !== 'doc' || other.kind !== 'doc' || a === undefined || b === undefined) return false;
  // One thing written in two languages has to be kept in step.
  if (endingOf(one.path) !== endingOf(other.site.path)) return false;
  const words = new Set(wordsOf(a).filter((word) => word.length >= SHORTEST_WORD));
  return a !== b && wordsOf(b).some((word) => words.has(word));
}

/** Two members of one file, documented, or two comments close by. */
function areSiblings(one: GroupMember, other: GroupMember): boolean {
  if (one.uri !== other.uri) return false;
  const [a, b] = [one.site.member, other.site.member];
  if (a !== undefined && b !== undefined && a !== b) return true;
  return Math.abs(one.line - other.line) < CLOSE;
}

function isQualifier(tail: readonly string[]): boolean {
  return tail.length <= LONGEST_TAIL && QUALIFIERS.has((tail[0] ?? '').toLowerCase());
}

/** The words between what two texts begin and end with alike. */
function differenceOf(one: string, other: string): { a: string[]; b: string[]; isTail: boolean } {
  const [a, b] = [one, other].map((text) => text.split(/\s+/).map(bare).filter(Boolean)) as [
    string[],
    string[],
  ];
  const least = Math.min(a.length, b.length);
  let start = 0;
  while (start < least && a[start] === b[start]) start++;
  let end = 0;
  while (end < least - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return {
    a: a.slice(start, a.length - end),
    b: b.slice(start, b.length - end),
    isTail: end === 0 && start === least,
  };
}

/** A word without the punctuation around it. */
function bare(word: string): string {
  return word.replace(/^["'(*]+|[.,;:!?"')*]+$/g, '');
}
