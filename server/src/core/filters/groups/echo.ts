import { countNormalWords } from '../../embeddings/words';
import { endingOf } from '../paths';
import { areAtHome } from './atHome';
import { echoShare } from './echoes';
import type { GroupFilter, GroupMember } from './groupFilter';

/** A text of so many words says more than the code beside it. */
const ENOUGH_WORDS = 20;
/** The same of texts that are equal and stand in two files: these may be one that was copied. */
const ENOUGH_EQUAL_WORDS = 13;
/** Of what a text says, so much is said by the code beside it. */
const MOSTLY_SAID = 1 / 3;

/** Short texts that say what the code beside them says: similar code has similar ones. */
export const echo: GroupFilter = {
  name: 'echo',
  reason: 'Each says in a few words what the code beside it says.',
  differs: true,
  keysOf({ normal, site }) {
    const isShort = countNormalWords(normal) < ENOUGH_WORDS;
    // One thing written in two languages has to be kept in step, and its code does not look alike.
    return isShort && echoShare(normal, site.echoes) >= MOSTLY_SAID ? [endingOf(site.path)] : [];
  },
  relates(one, other) {
    if (one.normal !== other.normal) return areAtHome(one, other);
    // In one file equal words are a slip, or stand at equal code.
    if (one.uri === other.uri || countNormalWords(one.normal) >= ENOUGH_EQUAL_WORDS) return false;
    return areAtHome(one, other) && !haveEqualCode(one, other);
  },
};

/** Whether both stand within code, and above code of one shape: that may be one function. */
function haveEqualCode({ site: one }: GroupMember, { site: other }: GroupMember): boolean {
  return one.member === undefined && one.next !== undefined && one.next === other.next;
}
