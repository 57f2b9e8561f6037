import type { GroupFilter } from './groupFilter';

/** Documentation that is nearly equal. */
export const nearDocumentation: GroupFilter = {
  name: 'near-documentation',
  reason: 'Nearly equal documentation mostly differs in what it documents.',
  from: 'strict',
  differs: true,
  keysOf: ({ kind }) => (kind === 'doc' ? ['doc'] : []),
  relates: (one, other) => one.normal !== other.normal,
};
