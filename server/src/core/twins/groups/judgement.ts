import { filterGroup } from '../../filters/groups/filterGroup';
import type { GroupMember } from '../../filters/groups/groupFilter';
import { type Kin, memberOf, type PlacedText } from '../placed/placedText';
import type { Copied } from '../twin';
import { copiedComments } from './copiedComment';
import { groupBy } from './groupBy';

/** What of a group is legitimate, and what is copied. Members stand for themselves as their places in it. */
export interface Judgement {
  /** What is worth a report: none, or at least two. */
  readonly kept: readonly number[];
  readonly silenced: readonly {
    readonly at: number;
    readonly by: string;
    readonly like: number;
  }[];
  /** What makes a note of it: `boilerplate`, or the name of a rule, see `notes.ts`. */
  readonly note?: string;
  /** Files that are copies as wholes, where it is of such files; see `leaders.ts`. */
  readonly copy?: string;
  /** See `Copied`. */
  readonly copied: readonly {
    readonly at: number;
    readonly subject: string;
    readonly about: string;
    readonly original: number;
  }[];
}

/**
 * Judges a group of passages, given by place; yields now and then, so that its caller may pause. Copied comments are never filtered.
 */
export function* judgeGroup(found: readonly PlacedText[], kin: Kin): Generator<void, Judgement> {
  const copied = yield* copiedAmong(found);
  const exempt = new Set(copied.flatMap(({ at, original }) => [at, original]));
  const members = found.map((placed) => memberOf(placed, kin));
  const placeOf = new Map(members.map((member, at) => [member, at]));
  const at = (member: GroupMember) => placeOf.get(member) as number;
  const { kept, silenced, note, copy } = yield* filterGroup(
    members,
    new Set(members.filter((_, place) => exempt.has(place))),
    (member) => found[at(member)]?.policy.disabledFilters,
    kin.hasLookalikes,
  );
  return {
    kept: kept.map(at),
    silenced: silenced.map(({ member, silencedBy, like }) => {
      return { at: at(member), by: silencedBy, like: at(like) };
    }),
    ...(note !== undefined && { note }),
    ...(copy !== undefined && { copy }),
    copied,
  };
}

/** Which members are copied comments: looked for among equal texts of one document. Yields after each document. */
function* copiedAmong(found: readonly PlacedText[]): Generator<void, Judgement['copied']> {
  const copied: [PlacedText, Copied][] = [];
  for (const equal of groupBy(found, ({ normal }) => normal).values()) {
    for (const same of groupBy(equal, ({ passage }) => passage.uri).values()) {
      if (same.length < 2) continue;
      copied.push(...copiedComments(same));
      yield;
    }
  }
  if (copied.length === 0) return [];
  const places = new Map(found.map(({ passage }, at) => [passage, at]));
  return copied.map(([{ passage }, { subject, about, original }]) => ({
    at: places.get(passage) as number,
    subject,
    about,
    original: places.get(original) as number,
  }));
}
