import { countNormalWords } from '../../embeddings/words';
import type { GroupFilter, GroupMember } from './groupFilter';

/** From so many words on, what is said of a field or a constant explains, and may be said once. */
const ENOUGH_WORDS = 25;
/** Equal texts of so many words at two neighbours are a slip, not a table. */
const SLIP_WORDS = 8;

/** Rows of lists of options, and what is said of fields, constants and enumerators. */
export const options: GroupFilter = {
  name: 'options',
  reason: 'Rows of a table are scanned; uniform wording is a virtue.',
  keysOf(member) {
    return member.site.row ? ['row'] : [];
  },
  relates(one, other) {
    const neighbours = areNeighbours(one, other);
    const count = Math.max(countNormalWords(one.normal), countNormalWords(other.normal));
    // Pages have a table for each thing, and things share their options, at whatever length.
    if (one.kind === 'markdown' && other.kind === 'markdown') return true;
    // Rows of one table may explain at length; equal ones are a slip.
    if (neighbours) return one.normal !== other.normal || count < SLIP_WORDS;
    return count < ENOUGH_WORDS;
  },
};

/** Two members of one type, or two rows of one page. */
function areNeighbours(one: GroupMember, other: GroupMember): boolean {
  return one.uri === other.uri && one.site.container?.name === other.site.container?.name;
}
