import type { Sensitivity } from '../../../energies/scoring';
import type { Traits } from '../traits';

/**
 * A kind of group of which few are worth acting on, while none can be told to be legitimate: it is told as a note,
 * not as a warning. Shares behind the rules are those of labelled groups, see docs/precision.md.
 */
export interface NoteRule {
  /** Switched off by this name, as a filter is; its groups are warnings then. */
  readonly name: string;
  /** Why it is no warning, in a sentence for people. */
  readonly reason: string;
  /** The loosest sensitivity at which it is on by itself. */
  readonly from: Sensitivity;
  readonly holds: (group: Traits) => boolean;
}
