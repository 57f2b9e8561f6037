import type { Sensitivity } from '../../energies/scoring';
import { fileNameOf } from '../paths';
import type { GroupMember } from './groupFilter';
import { type Traits, traitsOf } from './traits';

/**
 * A kind of group of which few are worth acting on, while none can be told to be legitimate: it is told as a note,
 * not as a warning. Shares behind the rules are those of labelled groups, see docs/filters.md.
 */
export interface NoteRule {
  /** Switched off by this name, as a filter is; its groups are warnings then. */
  readonly name: string;
  /** Why it is no warning, in a sentence for people. */
  readonly reason: string;
  /** The loosest sensitivity at which it is on by itself. */
  readonly from: Sensitivity;
  readonly holds: (group: Traits) => boolean;
}

/** Fewer words name a step, and stand again wherever it is taken. */
const FEW_WORDS = 12;
/** So many lines of code in common are a copy, fewer an idiom that nobody would make a function of. */
const COPIED_LINES = 3;
/** From so many words on a text explains, whatever the code below it does. */
const EXPLAINING_WORDS = 20;
/** The same of what is said of an option, which has to be said where it is listed. */
const ENTRY_WORDS = 25;
/** `v1/`, `legacy/`: folders for what was, beside what is. */
const PAST = /(?:^|\/)(?:v\d+(?:\.\d+)?|legacy|deprecated|compat|old)(?=\/)/gi;

/** In the order in which they are asked; the first that holds names the reason. */
export const NOTE_RULES: readonly NoteRule[] = [
  {
    name: 'past-version',
    reason: 'One place belongs to another version of the file, which is kept as it was.',
    from: 'balanced',
    holds: ({ members }) =>
      isOne(members, ({ site: { path } }) => fileNameOf(path).replace(/^_+/, '')) &&
      !isOne(members, ({ site: { path } }) => pastOf(path)),
  },
  {
    name: 'listed-option',
    reason: 'An option is explained where it is listed and where it is declared.',
    from: 'balanced',
    holds: ({ members, isOneLanguage, words }) =>
      !isOneLanguage && words < ENTRY_WORDS && members.some(({ site }) => site.row),
  },
  {
    name: 'documented-declarations',
    reason: 'Declarations are looked up one by one, and each needs its documentation.',
    from: 'balanced',
    holds: ({ members, isOneLanguage }) => isOneLanguage && areDocumented(members),
  },
  {
    name: 'few-words',
    reason: 'A few words that are equal mostly name a step; there is little to merge.',
    from: 'balanced',
    holds: (group) =>
      group.areEqual &&
      group.words < FEW_WORDS &&
      // A step that was copied within a file, code and all, could be one function.
      !(group.areInOneFile && group.sharedLines() >= COPIED_LINES),
  },
  {
    name: 'idiom',
    reason: 'The comment belongs to a line or two of code that are the same in other functions.',
    from: 'balanced',
    holds({ areEqual, areInOneFile, words, sharedLines }) {
      if (!areEqual || areInOneFile || words >= EXPLAINING_WORDS) return false;
      const shared = sharedLines();
      return shared > 0 && shared < COPIED_LINES;
    },
  },
  {
    name: 'near-neighbours',
    reason: 'Comments of one file that are nearly equal mostly differ on purpose.',
    from: 'balanced',
    holds: ({ members, areEqual, areInOneFile }) =>
      !areEqual && areInOneFile && !members.some(isProse),
  },
  {
    name: 'near-prose',
    reason: 'Pages that say nearly the same mostly speak of different things.',
    from: 'balanced',
    holds: ({ members, areEqual, isOneLanguage }) =>
      !areEqual && isOneLanguage && members.some(isProse),
  },
  {
    name: 'same-page',
    reason: 'Sections of one page are read one at a time.',
    from: 'balanced',
    holds: ({ members, areInOneFile }) => areInOneFile && members.every(isProse),
  },
  {
    name: 'near-texts',
    reason: 'Texts that are nearly equal differ on purpose more often than equal ones.',
    from: 'strict',
    holds: ({ areEqual }) => !areEqual,
  },
];

/**
 * The rule by which a group is a note; undefined where it is a warning.
 *
 * @param isOn whether a rule is on for a member: it has to be for all.
 */
export function noteRuleOf<T extends GroupMember>(
  members: readonly T[],
  isOn: (name: string, member: T) => boolean,
): NoteRule | undefined {
  const traits = traitsOf(members);
  return NOTE_RULES.find(
    ({ name, holds }) => members.every((member) => isOn(name, member)) && holds(traits),
  );
}

function isOne<T>(items: readonly T[], of: (item: T) => unknown): boolean {
  return new Set(items.map(of)).size === 1;
}

function pastOf(path: string): string {
  return (path.toLowerCase().match(PAST) ?? []).join();
}

function isProse({ kind }: GroupMember): boolean {
  return kind === 'markdown' || kind === 'text';
}

/** Whether all document declarations. In C a comment does; but comments above one name are part of code that was copied. */
function areDocumented(members: readonly GroupMember[]): boolean {
  const isCopied =
    members.every(({ kind }) => kind === 'comment') && isOne(members, ({ site }) => site.member);
  return members.every(
    ({ kind, site }) => kind === 'doc' || (site.member !== undefined && !isCopied),
  );
}
