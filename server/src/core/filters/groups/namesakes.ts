import { countNormalWords } from '../../embeddings/words';
import { areAtHome } from './atHome';
import type { GroupFilter, GroupMember } from './groupFilter';

/** From so many words on, what is said of two functions explains, and an explanation could stand once. */
const ENOUGH_WORDS = 20;

/**
 * Documentation of members of one name: of different types however long, of functions in different files while it is
 * short. What is said of a type is said of it alone.
 */
export const namesakes: GroupFilter = {
  name: 'namesakes',
  reason: 'Members of one name do the same for each type, and each is looked up alone.',
  keysOf({ kind, site: { member, isType } }) {
    return kind === 'doc' && member !== undefined && !isType
      ? [member.replace(/_/g, '').toLowerCase()]
      : [];
  },
  relates: (one, other) =>
    (areOfTwoTypes(one, other) || (isShort(one) && isShort(other))) && areAtHome(one, other),
};

function areOfTwoTypes({ site: one }: GroupMember, { site: other }: GroupMember): boolean {
  const [a, b] = [one.container, other.container];
  return a !== undefined && b !== undefined && a.name !== b.name;
}

function isShort({ normal }: GroupMember): boolean {
  return countNormalWords(normal) < ENOUGH_WORDS;
}
