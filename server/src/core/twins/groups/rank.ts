import { byPlace } from '../placed/placedText';
import type { TwinGroup, TwinMember } from '../twin';

/** Groups by similarity downwards, then by the place of the first member. */
export function byRank(x: TwinGroup, y: TwinGroup): number {
  return (
    y.similarity - x.similarity || byPlace(x.members[0] as TwinMember, y.members[0] as TwinMember)
  );
}
