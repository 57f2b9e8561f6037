import type { NoteRule } from './noteRule';
import { SENTENCE_WORDS } from './remarks';

export const briefTexts: NoteRule = {
  name: 'brief-texts',
  reason: 'Of equal texts the short ones are worth merging less often than those that explain.',
  from: 'strict',
  holds: ({ words }) => words < SENTENCE_WORDS,
};

export const elsewhere: NoteRule = {
  name: 'elsewhere',
  reason:
    'What stands in two files is worth merging less often than what stands in one file twice.',
  from: 'strict',
  holds: ({ areInOneFile }) => !areInOneFile,
};

export const nearTexts: NoteRule = {
  name: 'near-texts',
  reason: 'Texts that are nearly equal differ on purpose more often than equal ones.',
  from: 'strict',
  holds: ({ areEqual }) => !areEqual,
};
