import type { Sensitivity } from '../energies/scoring';
import { boilerplate } from './groups/boilerplate';
import { copiedFile } from './groups/copiedFile';
import { GROUP_FILTERS } from './groups/groupFilters';
import { NOTE_RULES } from './groups/notes';
import { pattern } from './groups/pattern';
import { FILTERS } from './index';

/** A filter as people know it: settings switch it off by name. */
export interface NamedFilter {
  readonly name: string;
  /** Why such repetition is legitimate. */
  readonly reason: string;
  /** The loosest sensitivity at which it is on by itself; it is always on where this is left out. */
  readonly from?: Sensitivity;
}

/** From the one that reports most to the one that reports least. */
const SENSITIVITIES: readonly Sensitivity[] = ['loose', 'balanced', 'strict'];

/** All filters: those of single passages first, then those of groups, then what makes a note of a group. */
export const ALL_FILTERS: readonly NamedFilter[] = [
  ...FILTERS,
  ...GROUP_FILTERS,
  boilerplate,
  pattern,
  ...NOTE_RULES,
  copiedFile,
];

const REASONS = new Map([
  ...ALL_FILTERS.map(({ name, reason }) => [name, reason] as const),
  ['ignore-directive', 'Its author silenced it by a text-twin-ignore comment.'] as const,
]);

/**
 * Names of the filters that are off.
 *
 * @param switches what a user decided, by name; of the others the sensitivity decides.
 */
export function disabledFilters(
  sensitivity: Sensitivity,
  switches: Readonly<Record<string, boolean>> = {},
): ReadonlySet<string> {
  const isOn = ({ name, from = 'loose' }: NamedFilter) =>
    switches[name] ?? SENSITIVITIES.indexOf(sensitivity) >= SENSITIVITIES.indexOf(from);
  return new Set(ALL_FILTERS.filter((filter) => !isOn(filter)).map(({ name }) => name));
}

/** Why what this filter silenced is not reported, or is a note, in a sentence for people. */
export function reasonOf(filter: string): string {
  return REASONS.get(filter) ?? '';
}
