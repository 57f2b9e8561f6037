import type { Position } from '../../documents/lines';
import type { GroupMember } from '../../filters/groups/groupFilter';
import type { Site } from '../../filters/groups/site';
import type { PlacedPassage } from '../twin';
import type { Policy } from './policy';

/** A passage that may be reported, with the key of its text and the rules of its document. */
export interface PlacedText {
  readonly passage: PlacedPassage;
  /** Normalised text. */
  readonly normal: string;
  readonly policy: Policy;
  /** The name declared below a comment, or that a docstring stands in, where that is plain to see. */
  readonly subject?: string | undefined;
  /** What the filters of groups know of its place. */
  readonly site: Site;
  /** Its number in what an earlier run kept; undefined where it is not from there. */
  readonly kept?: number;
}

/** What a group is beside others: families of its documents, by URI, and whether there is more that is like it. */
export interface Kin {
  /** Of parallel pages, see `filters/groups/parallelPages.ts`. */
  readonly pages: ReadonlyMap<string, string>;
  /** Of copies as wholes, see `fileCopies.ts`. */
  readonly copies: ReadonlyMap<string, string>;
  /** Whether a text outside of the group is near to one of it, see `Cluster`. */
  readonly hasLookalikes: boolean;
}

/** A placed text as the filters of groups look at it. */
export function memberOf(
  { passage: { uri, kind, text, start }, normal, site }: PlacedText,
  kin?: Pick<Kin, 'pages' | 'copies'>,
): GroupMember {
  const families = { pages: kin?.pages.get(uri), copies: kin?.copies.get(uri) };
  return { uri, kind, normal, text, line: start.line, site, ...families };
}

/** Twins are sought within a world: documents with scope `file` are each one of their own, all others share one. */
export function worldOf(item: PlacedText): string {
  return item.policy.scope === 'file' ? item.passage.uri : '';
}

/** By URI, then position: the order of everything that is reported. */
export function byPlace(x: PlacedPassage, y: PlacedPassage): number {
  if (x.uri !== y.uri) return x.uri < y.uri ? -1 : 1;
  return x.start.line - y.start.line || x.start.character - y.start.character;
}

/** Whether a passage reaches to a place or around it. */
export function touches({ start, end }: PlacedPassage, { line, character }: Position): boolean {
  const isAfterStart = line > start.line || (line === start.line && character >= start.character);
  const isBeforeEnd = line < end.line || (line === end.line && character <= end.character);
  return isAfterStart && isBeforeEnd;
}
