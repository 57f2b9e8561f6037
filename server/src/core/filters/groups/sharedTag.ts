import type { GroupFilter } from './groupFilter';

/** The same tag at several members of a file, however long: each is shown alone, and none can refer to another. */
export const sharedTag: GroupFilter = {
  name: 'shared-tag',
  reason: 'Members of a file that share a parameter, a result or an exception say the same of it.',
  keysOf: ({ uri, site: { tag } }) => (tag === undefined ? [] : [`${uri}\n${tag}`]),
};
