import type { GroupFilter } from './groupFilter';

/** Members of one file with the same name. */
export const overloads: GroupFilter = {
  name: 'overloads',
  reason: 'Overloads and namesakes of one file are each looked up alone.',
  keysOf: ({ uri, site: { member } }) => (member === undefined ? [] : [`${uri}\n${member}`]),
  relates: (one, other) => one.site.row === undefined || other.site.row === undefined,
};
