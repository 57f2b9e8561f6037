import type { Sensitivity } from '../../energies/scoring';
import type { PassageKind } from '../../passages/passage';
import type { Site } from './site';

/** A member of a group as far as filters look at it. */
export interface GroupMember {
  readonly uri: string;
  readonly kind: PassageKind;
  /** Normalised text. */
  readonly normal: string;
  /** The prose as it was written. */
  readonly text: string;
  /** The line that it begins on, from zero. */
  readonly line: number;
  readonly site: Site;
  /** Pages that are parallel to each other share one, see `parallelPages.ts`. */
  readonly pages?: string | undefined;
  /** Files that are copies as wholes share one, see `twins/fileCopies.ts`. */
  readonly copies?: string | undefined;
}

/**
 * One kind of repetition between places that is legitimate, whatever is repeated. Filters are pure; what they say of
 * two members depends on these two alone, so that it is the same in whatever order files are read.
 */
export interface GroupFilter {
  /** Shown to people as `silencedBy`. */
  readonly name: string;
  /** Why repeating this is legitimate, in a sentence for people. */
  readonly reason: string;
  /** The loosest sensitivity at which it is on by itself; it is always on where this is left out. */
  readonly from?: Sensitivity;
  /** What it relates are unlike each other; equal members like the same third one are not related by that. */
  readonly differs?: true;
  /** Members that share one of these keys may be of one family; a cheap way to look at few pairs. */
  readonly keysOf: (member: GroupMember) => readonly string[];
  /** Whether two members with a key in common are; without it the key is enough. */
  readonly relates?: (one: GroupMember, other: GroupMember) => boolean;
}
