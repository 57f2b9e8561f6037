import type { GroupMember } from './groupFilter';
import { isOne } from './traits';

/** Texts of files that are copies as wholes: one matter, so that all warnings but the first are notes. */
export const copiedFile = {
  name: 'copied-file',
  reason:
    'The files are copies of each other as wholes: one matter, of which the first warning tells.',
  from: 'balanced',
} as const;

/** What the members of a group are copies of, where they stand in files that are all copies of each other. */
export function copyOf(members: readonly GroupMember[]): string | undefined {
  const copies = members[0]?.copies;
  if (copies === undefined || isOne(members, ({ uri }) => uri)) return undefined;
  return isOne(members, (member) => member.copies) ? copies : undefined;
}
