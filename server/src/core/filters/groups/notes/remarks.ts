import { isProse } from '../../../passages/passage';
import { isTestPath } from '../../testCase';
import type { GroupMember } from '../groupFilter';
import { isOne, type Traits } from '../traits';
import type { NoteRule } from './noteRule';

/** Fewer words name a step, and stand again wherever it is taken. */
const FEW_WORDS = 12;
/** Fewer words are a sentence, which is needed wherever its reader may be. */
export const SENTENCE_WORDS = 20;
/** So many lines of code in common are a copy, fewer an idiom that nobody would make a function of. */
const COPIED_LINES = 3;
/** From so many words on a text explains, whatever the code below it does. */
const EXPLAINING_WORDS = 30;
/** Lines between comments of one file that are not seen together. */
const FAR_APART = 60;
/** The same of what is said of an option, which has to be said where it is listed. */
const ENTRY_WORDS = 25;

export const listedOption: NoteRule = {
  name: 'listed-option',
  reason: 'An option is explained where it is listed and where it is declared.',
  from: 'balanced',
  holds: ({ members, isOneLanguage, words }) =>
    !isOneLanguage && words < ENTRY_WORDS && members.some(({ site }) => site.row),
};

export const documentedDeclarations: NoteRule = {
  name: 'documented-declarations',
  reason: 'Declarations are looked up one by one, and each needs its documentation.',
  from: 'balanced',
  holds: ({ members, isOneLanguage }) => isOneLanguage && areDocumented(members),
};

export const fewWords: NoteRule = {
  name: 'few-words',
  reason:
    'A few words mostly name a step, or a sentence is needed on each page; there is little to merge.',
  from: 'balanced',
  holds({ members, words, areEqual, areInOneFile, sharedLines }) {
    if (members.every(isProse)) return words < SENTENCE_WORDS;
    if (words >= FEW_WORDS) return false;
    // Nearly equal texts that stand above no code may be one that was edited.
    if (!areEqual && members.some(({ site }) => site.next === undefined)) return false;
    // A step that was copied within a file, or was edited since, could be one function.
    return !((areInOneFile || !areEqual) && sharedLines() >= COPIED_LINES);
  },
};

export const idiom: NoteRule = {
  name: 'idiom',
  reason: 'The comment belongs to a line or two of code that are the same in other functions.',
  from: 'balanced',
  holds({ areEqual, areInOneFile, words, sharedLines }) {
    if (!areEqual || areInOneFile || words >= EXPLAINING_WORDS) return false;
    const shared = sharedLines();
    return shared > 0 && shared < COPIED_LINES;
  },
};

export const farApart: NoteRule = {
  name: 'far-apart',
  reason: 'Far apart in a file, above code of another kind, each place needs its remark.',
  from: 'balanced',
  holds({ areEqual, areInOneFile, words, linesApart, sharedLines }) {
    if (!areEqual || !areInOneFile || words >= EXPLAINING_WORDS) return false;
    return linesApart >= FAR_APART && sharedLines() < COPIED_LINES;
  },
};

export const testRemark: NoteRule = {
  name: 'test-remark',
  reason: 'In tests a sentence says what is tested, in each test anew.',
  from: 'balanced',
  // Above code of another kind in another file it is no step of a test that was copied.
  holds: ({ members, words, areInOneFile, sharedLines }) =>
    words < SENTENCE_WORDS &&
    (areInOneFile || sharedLines() > 0) &&
    members.every(({ site: { path, inTests } }) => inTests || isTestPath(path)),
};

export const nearNeighbours: NoteRule = {
  name: 'near-neighbours',
  reason: 'Comments of one file that are nearly equal mostly differ on purpose.',
  from: 'balanced',
  holds: ({ members, areEqual, areInOneFile }) =>
    !areEqual && areInOneFile && !members.some(isProse),
};

export const nearElsewhere: NoteRule = {
  name: 'near-elsewhere',
  reason:
    'Nearly equal texts above code of one language, or of documentation, mostly state other facts.',
  from: 'balanced',
  holds(group) {
    const { members, areEqual, areInOneFile, isOneLanguage } = group;
    if (areEqual || areInOneFile || !isOneLanguage || isOneExplanation(group)) return false;
    const isDocumented = members.some(({ kind }) => kind === 'doc');
    return isDocumented || members.every(({ site }) => site.below !== undefined);
  },
};

/**
 * Whether comments explain something in the same words, of which some were added or taken away: one was edited, and the
 * other forgotten.
 */
function isOneExplanation({ members, words, hasOneWording }: Traits): boolean {
  const areComments = members.every(({ kind }) => kind === 'comment');
  return areComments && words >= SENTENCE_WORDS && hasOneWording();
}

/** Whether all document declarations. In C a comment does; but comments above one name are part of code that was copied. */
function areDocumented(members: readonly GroupMember[]): boolean {
  const isCopied =
    members.every(({ kind }) => kind === 'comment') && isOne(members, ({ site }) => site.member);
  return members.every(
    ({ kind, site }) => kind === 'doc' || site.isNamed || (site.member !== undefined && !isCopied),
  );
}
