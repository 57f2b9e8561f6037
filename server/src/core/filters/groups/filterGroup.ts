import { boilerplate, judgeBoilerplate } from './boilerplate';
import { copiedFile, copyOf } from './copiedFile';
import type { GroupFilter, GroupMember } from './groupFilter';
import { GROUP_FILTERS } from './groupFilters';
import { noteRuleOf } from './notes';
import { followPattern, pattern } from './pattern';
import { PlaceFamilies } from './placeFamilies';

/** A member is compared with so many others of its family at most: a phrase in thousands of places is cheap still. */
const MOST_COMPARED = 64;
/** After so many members, which cost a fraction of a millisecond, its caller may pause. */
const PIECE = 64;

/** A member that is not reported. */
export interface SilencedMember<T> {
  readonly member: T;
  /** The filter's name. */
  readonly silencedBy: string;
  /** What it legitimately repeats. */
  readonly like: T;
}

/** What is left of a group once legitimate repetition is taken away. */
export interface FilteredGroup<T> {
  /** None, or at least two, in their order. */
  readonly kept: readonly T[];
  readonly silenced: readonly SilencedMember<T>[];
  /** What makes a note of the members that are left: `boilerplate`, or a rule's name, see `notes.ts`. */
  readonly note?: string;
  /** What the members that are left are copies of as wholes, see `copiedFile.ts`. */
  readonly copy?: string;
}

interface Link {
  readonly filter: string;
  readonly like: number;
}

/**
 * Takes away from a group what is legitimate; yields now and then, so that its caller may pause. Members that a filter relates make a family, and of a family one member
 * is kept for what lies outside of it; fewer than two families are no finding.
 *
 * @param members by place; the first of a family is the one that is kept.
 * @param exempt members that are reported in any case.
 * @param disabled names of filters that are switched off for a member.
 * @param hasLookalikes whether a text outside of the group is near to one of it.
 */
export function* filterGroup<T extends GroupMember>(
  members: readonly T[],
  exempt: ReadonlySet<T>,
  disabled: (member: T) => ReadonlySet<string> | undefined,
  hasLookalikes = false,
): Generator<void, FilteredGroup<T>> {
  const isOn = (filter: string, member: T) => disabled(member)?.has(filter) !== true;
  const { familyOf, kinOf, links, areUnlike } = yield* relate(members, isOn);
  const exempted = new Set(
    members.flatMap((member, at) => (exempt.has(member) ? [familyOf(at)] : [])),
  );
  const equals = equalsOf(members, kinOf, familyOf, areUnlike);
  const kept = members.filter((member, at) => {
    const family = familyOf(at);
    if (exempt.has(member)) return true;
    return !exempted.has(family) && (equals.get(family)?.has(at) ?? family === at);
  });
  const silencedBy = (member: T, at: number): SilencedMember<T> | undefined => {
    const link = links[at];
    return link && { member, silencedBy: link.filter, like: members[link.like] as T };
  };
  const isAlone = kept.length < 2;
  const reported = new Set(isAlone ? [] : kept);
  const silenced = members.flatMap((member, at) => {
    if (reported.has(member)) return [];
    return silencedBy(member, at) ?? [];
  });
  if (isAlone) return { kept: [], silenced };
  if (exempt.size > 0) return { kept, silenced };
  const isOnForAll = ({ name }: { readonly name: string }) =>
    kept.every((member) => isOn(name, member));
  const judged = isOnForAll(boilerplate) ? judgeBoilerplate(kept) : undefined;
  const isPattern = isOnForAll(pattern) && followPattern(kept, hasLookalikes);
  if (judged === 'phrase' || isPattern) {
    const by = judged === 'phrase' ? boilerplate : pattern;
    return { kept: [], silenced: [...silenced, ...silenceAll(kept, by)] };
  }
  const note = judged === 'text' ? boilerplate.name : noteRuleOf(kept, isOn)?.name;
  const copy = isOnForAll(copiedFile) ? copyOf(kept) : undefined;
  return {
    kept,
    silenced,
    ...(note !== undefined && { note }),
    ...(copy !== undefined && { copy }),
  };
}

function silenceAll<T>(
  members: readonly T[],
  { name }: { readonly name: string },
): SilencedMember<T>[] {
  const [first, second] = members as [T, T];
  return members.map((member) => {
    return { member, silencedBy: name, like: member === first ? second : first };
  });
}

/**
 * Of families that hold equal texts which nothing but a third, unlike one relates: the places of those texts. They are
 * what is left of their family.
 */
function equalsOf(
  members: readonly GroupMember[],
  kinOf: (at: number) => number,
  familyOf: (at: number) => number,
  areUnlike: (one: number, other: number) => boolean,
): ReadonlyMap<number, ReadonlySet<number>> {
  const heads = new Map<string, number[]>();
  members.forEach(({ normal }, at) => {
    if (kinOf(at) !== at) return;
    const key = `${familyOf(at)}\n${normal}`;
    const same = heads.get(key);
    // The first of them and the last.
    if (same) same[Math.min(same.length, MOST_COMPARED)] = at;
    else heads.set(key, [at]);
  });
  const equals = new Map<number, Set<number>>();
  for (const same of heads.values()) {
    const alike = same.filter((at) => same.some((other) => other !== at && !areUnlike(other, at)));
    for (const at of alike) {
      const family = familyOf(at);
      equals.set(family, (equals.get(family) ?? new Set()).add(at));
    }
  }
  return equals;
}

/** What relates the members of a group; members stand for themselves as their places in it. */
interface Relations {
  /** The first member of a family. */
  readonly familyOf: (at: number) => number;
  /** The same, of families without the filters that relate what is unlike. */
  readonly kinOf: (at: number) => number;
  /** For each member the first relation that made it part of a family. */
  readonly links: readonly (Link | undefined)[];
  /** Whether a filter that relates what is unlike relates two members. */
  readonly areUnlike: (one: number, other: number) => boolean;
}

function* relate<T extends GroupMember>(
  members: readonly T[],
  isOn: (filter: string, member: T) => boolean,
): Generator<void, Relations> {
  const kin = new PlaceFamilies(members.length);
  const families = new PlaceFamilies(members.length);
  const links: (Link | undefined)[] = members.map(() => undefined);
  for (const filter of GROUP_FILTERS) {
    for (const bucket of yield* bucketsOf(filter, members, isOn)) {
      if (families.areOne(bucket)) continue;
      for (const [index, at] of bucket.entries()) {
        for (let before = 0; before < Math.min(index, MOST_COMPARED); before++) {
          const other = bucket[before] as number;
          if (families.of(at) === families.of(other)) continue;
          if (filter.relates?.(members[other] as T, members[at] as T) === false) continue;
          links[other] ??= { filter: filter.name, like: at };
          links[at] ??= { filter: filter.name, like: other };
          families.join(other, at);
          if (!filter.differs) kin.join(other, at);
        }
        yield;
      }
    }
  }
  const unlike = GROUP_FILTERS.filter(({ differs }) => differs);
  return {
    links,
    familyOf: (at) => families.of(at),
    kinOf: (at) => kin.of(at),
    areUnlike(one, other) {
      const [a, b] = [members[one] as T, members[other] as T];
      return unlike.some((filter) => {
        if (!isOn(filter.name, a) || !isOn(filter.name, b)) return false;
        const keys = filter.keysOf(b);
        return (
          filter.keysOf(a).some((key) => keys.includes(key)) && filter.relates?.(a, b) !== false
        );
      });
    },
  };
}

/** Places of members that share a key, by key in the order of first members. Yields now and then. */
function* bucketsOf<T extends GroupMember>(
  filter: GroupFilter,
  members: readonly T[],
  isOn: (filter: string, member: T) => boolean,
): Generator<void, Iterable<readonly number[]>> {
  const buckets = new Map<string, number[]>();
  for (const [at, member] of members.entries()) {
    if (at % PIECE === PIECE - 1) yield;
    if (!isOn(filter.name, member)) continue;
    const keys = filter.keysOf(member);
    for (const key of keys.length > 1 ? new Set(keys) : keys) {
      const bucket = buckets.get(key);
      if (bucket) bucket.push(at);
      else buckets.set(key, [at]);
    }
  }
  return buckets.values();
}
