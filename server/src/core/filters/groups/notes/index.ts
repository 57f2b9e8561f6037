import type { GroupMember } from '../groupFilter';
import { traitsOf } from '../traits';
import { bindings, exampleCode, headerAndSource, packages } from './counterparts';
import type { NoteRule } from './noteRule';
import {
  landingPage,
  nearProse,
  oneForm,
  referencePage,
  samePage,
  sisterPages,
  translated,
} from './pages';
import {
  documentedDeclarations,
  farApart,
  fewWords,
  idiom,
  listedOption,
  nearElsewhere,
  nearNeighbours,
  testRemark,
} from './remarks';
import { briefTexts, elsewhere, nearTexts } from './strictly';
import { pastVersion } from './versions';

/** In the order in which they are asked; the first that holds names the reason. */
export const NOTE_RULES: readonly NoteRule[] = [
  pastVersion,
  translated,
  oneForm,
  headerAndSource,
  packages,
  exampleCode,
  listedOption,
  bindings,
  documentedDeclarations,
  fewWords,
  idiom,
  farApart,
  testRemark,
  nearNeighbours,
  referencePage,
  landingPage,
  nearProse,
  nearElsewhere,
  samePage,
  sisterPages,
  briefTexts,
  elsewhere,
  nearTexts,
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
