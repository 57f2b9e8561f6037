import { areAtHome } from './atHome';
import type { GroupFilter } from './groupFilter';

/** From so many words on, a text explains, and an explanation could stand once. */
const ENOUGH_WORDS = 20;

/** Short documentation of members of one name in different types or files; what is said of a type is said of it alone. */
export const namesakes: GroupFilter = {
  name: 'namesakes',
  reason: 'Members of one name do the same for each type, and each is looked up alone.',
  keysOf({ kind, normal, site: { member, isType } }) {
    const isShort = normal.split(' ').length < ENOUGH_WORDS;
    return kind === 'doc' && isShort && member !== undefined && !isType
      ? [member.replace(/_/g, '').toLowerCase()]
      : [];
  },
  relates: areAtHome,
};
