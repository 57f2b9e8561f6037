import { countNormalWords } from '../../embeddings/words';
import { compareAgreeing, LEAST_SHARED } from '../../energies/wording';
import { endingOf } from '../paths';
import type { GroupMember } from './groupFilter';
import { countShared } from './linesBelow';

/** So many members are compared with each other at most: what the others share would not change the picture. */
const MOST_COMPARED = 8;

/** What there is to say of a group as a whole. */
export interface Traits {
  readonly members: readonly GroupMember[];
  readonly areEqual: boolean;
  readonly areInOneFile: boolean;
  /** Whether the files are of one language, as their names tell. */
  readonly isOneLanguage: boolean;
  /** Of the shortest member. */
  readonly words: number;
  /** The least number of lines between the beginnings of two members, where all are in one file; otherwise 0. */
  readonly linesApart: number;
  /** The most lines of code that the places below two of the comments have in common. */
  sharedLines(): number;
  /** Whether in no two texts one word stands for another, but for spelling: words are only there, gone or moved. */
  hasOneWording(): boolean;
}

export function traitsOf(members: readonly GroupMember[]): Traits {
  return {
    members,
    areEqual: isOne(members, ({ normal }) => normal),
    areInOneFile: isOne(members, ({ uri }) => uri),
    isOneLanguage: isOne(members, ({ site: { path } }) => endingOf(path)),
    linesApart: leastApart(members),
    words: Math.min(...members.map(({ normal }) => countNormalWords(normal))),
    sharedLines: () => mostShared(members.slice(0, MOST_COMPARED)),
    hasOneWording: () => areWordedAlike(members.slice(0, MOST_COMPARED)),
  };
}

/** Whether all are of one, whatever `of` tells. */
export function isOne<T>(items: readonly T[], of: (item: T) => unknown): boolean {
  return new Set(items.map(of)).size === 1;
}

function leastApart(members: readonly GroupMember[]): number {
  if (!isOne(members, ({ uri }) => uri)) return 0;
  const lines = members.map(({ line }) => line).sort((a, b) => a - b);
  return Math.min(...lines.slice(1).map((line, at) => line - (lines[at] as number)));
}

function areWordedAlike(members: readonly GroupMember[]): boolean {
  const texts = [...new Set(members.map(({ normal }) => normal))];
  return texts.every((one, at) =>
    texts.slice(0, at).every((other) => {
      const wording = compareAgreeing(one, other);
      // With fewer in common nobody has looked for what stands for what.
      return wording && wording.shared > LEAST_SHARED && wording.substitutions.length === 0;
    }),
  );
}

function mostShared(members: readonly GroupMember[]): number {
  const lines = members.map(({ site }) => site.below ?? '');
  let most = 0;
  lines.forEach((one, at) => {
    for (const other of lines.slice(0, at)) most = Math.max(most, countShared(one, other));
  });
  return most;
}
