import type { GroupMember } from './groupFilter';

/**
 * Whether no name in either text is that of the other's parameter or type and not of its own: such a text was copied
 * and not adapted.
 */
export function areAtHome(one: GroupMember, other: GroupMember): boolean {
  return isAtHome(one, other) && isAtHome(other, one);
}

function isAtHome({ site: { names } }: GroupMember, other: GroupMember): boolean {
  const { own = [] } = other.site.names ?? {};
  return names?.strange.every((name) => !own.includes(name)) ?? true;
}
