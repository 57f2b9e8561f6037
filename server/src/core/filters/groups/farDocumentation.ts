import type { GroupFilter } from './groupFilter';

/** Documentation in two files. */
export const farDocumentation: GroupFilter = {
  name: 'far-documentation',
  reason: 'Declarations of two files are looked up apart, and each has to say what it does.',
  from: 'strict',
  differs: true,
  keysOf: ({ kind }) => (kind === 'doc' ? ['doc'] : []),
  relates: (one, other) => one.uri !== other.uri,
};
