import { boilerplate } from './groups/boilerplate';
import { GROUP_FILTERS } from './groups/groupFilters';
import { FILTERS } from './index';

/** A filter as people know it: settings switch it off by name. */
export interface NamedFilter {
  readonly name: string;
  /** Why such repetition is legitimate. */
  readonly reason: string;
}

/** All filters: those of single passages first, then those of groups. */
export const ALL_FILTERS: readonly NamedFilter[] = [...FILTERS, ...GROUP_FILTERS, boilerplate];

const REASONS = new Map([
  ...ALL_FILTERS.map(({ name, reason }) => [name, reason] as const),
  ['ignore-directive', 'Its author silenced it by a text-twin-ignore comment.'] as const,
]);

/** Why what this filter silenced is not reported, in a sentence for people. */
export function reasonOf(filter: string): string {
  return REASONS.get(filter) ?? '';
}
