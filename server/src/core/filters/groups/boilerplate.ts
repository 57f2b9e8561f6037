import { countNormalWords } from '../../embeddings/words';
import type { GroupMember } from './groupFilter';

/** A phrase of at most so many words in so many files is the shortest way to say it. */
const MOST_WORDS = 12;
const ENOUGH_FILES = 5;
/** What stands in so many files is one matter, however long, and no list of places helps to mend it. */
const MANY_FILES = 20;

/** Stock phrases, told by the number of files that they stand in. */
export const boilerplate = {
  name: 'boilerplate',
  reason: 'A stock phrase that stands in many files is the shortest way to say it.',
} as const;

/** What boilerplate a group is: to be left out, to be told once, or none. */
export function judgeBoilerplate(members: readonly GroupMember[]): 'phrase' | 'text' | undefined {
  if (members.length < ENOUGH_FILES) return undefined;
  const files = new Set(members.map(({ uri }) => uri)).size;
  if (files < ENOUGH_FILES) return undefined;
  if (members.every(({ normal }) => countNormalWords(normal) <= MOST_WORDS)) return 'phrase';
  return files >= MANY_FILES ? 'text' : undefined;
}
