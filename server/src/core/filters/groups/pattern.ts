import type { GroupMember } from './groupFilter';
import { isOne } from './traits';

/**
 * Nearly equal texts that others, outside of their group, resemble as well: variations of one sentence, such as those of
 * a family of functions. What was edited and forgotten has one twin.
 */
export const pattern = {
  name: 'pattern',
  reason: 'Texts that others resemble as well follow a pattern, and differ on purpose.',
  from: 'balanced',
} as const;

/** @param hasLookalikes whether a text outside of the group is near to one of it. */
export function followPattern(members: readonly GroupMember[], hasLookalikes: boolean): boolean {
  return hasLookalikes && !isOne(members, ({ normal }) => normal);
}
