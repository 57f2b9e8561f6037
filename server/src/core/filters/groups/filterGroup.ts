import { boilerplate, judgeBoilerplate } from './boilerplate';
import type { GroupFilter, GroupMember } from './groupFilter';
import { GROUP_FILTERS } from './groupFilters';

/** A member is compared with so many others of its family at most: a phrase in thousands of places is cheap still. */
const MOST_COMPARED = 64;

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
  /** The members left are one stock text in many files: to be told once, not at each place. */
  readonly isNote: boolean;
}

interface Link {
  readonly filter: string;
  readonly like: number;
}

/**
 * Takes away from a group what is legitimate. Members that a filter relates make a family, and of a family one member
 * is kept for what lies outside of it; fewer than two families are no finding.
 *
 * @param members by place; the first of a family is the one that is kept.
 * @param exempt members that are reported in any case.
 * @param disabled names of filters that are switched off for a member.
 */
export function filterGroup<T extends GroupMember>(
  members: readonly T[],
  exempt: ReadonlySet<T>,
  disabled: (member: T) => ReadonlySet<string> | undefined,
): FilteredGroup<T> {
  const isOn = (filter: string, member: T) => disabled(member)?.has(filter) !== true;
  const { familyOf, links } = relate(members, isOn);
  const exempted = new Set(
    members.flatMap((member, at) => (exempt.has(member) ? [familyOf(at)] : [])),
  );
  const kept = members.filter((member, at) => {
    const family = familyOf(at);
    return exempt.has(member) || (family === at && !exempted.has(family));
  });
  const silencedBy = (member: T, at: number): SilencedMember<T> | undefined => {
    const link = links[at];
    return link && { member, silencedBy: link.filter, like: members[link.like] as T };
  };
  const isAlone = kept.length < 2;
  const silenced = members.flatMap((member, at) => {
    if (!isAlone && kept.includes(member)) return [];
    return silencedBy(member, at) ?? [];
  });
  if (isAlone) return { kept: [], silenced, isNote: false };
  const stock = kept.filter((member) => isOn(boilerplate.name, member));
  const judged = exempt.size > 0 || stock.length < kept.length ? undefined : judgeBoilerplate(kept);
  if (judged !== 'phrase') return { kept, silenced, isNote: judged === 'text' };
  const [first, second] = kept as [T, T];
  const phrases = kept.map((member) => ({
    member,
    silencedBy: boilerplate.name,
    like: member === first ? second : first,
  }));
  return { kept: [], silenced: [...silenced, ...phrases], isNote: false };
}

/** Families as the place of their first member, and for each member the first relation that made it part of one. */
function relate<T extends GroupMember>(
  members: readonly T[],
  isOn: (filter: string, member: T) => boolean,
): { familyOf: (at: number) => number; links: readonly (Link | undefined)[] } {
  const parents = members.map((_, at) => at);
  const links: (Link | undefined)[] = members.map(() => undefined);
  const familyOf = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root] as number;
    parents[at] = root;
    return root;
  };
  const join = (one: number, other: number, filter: string) => {
    links[one] ??= { filter, like: other };
    links[other] ??= { filter, like: one };
    const [a, b] = [familyOf(one), familyOf(other)];
    parents[Math.max(a, b)] = Math.min(a, b);
  };
  for (const filter of GROUP_FILTERS) {
    for (const bucket of bucketsOf(filter, members, isOn)) {
      bucket.forEach((at, index) => {
        for (const other of bucket.slice(0, Math.min(index, MOST_COMPARED))) {
          if (familyOf(at) === familyOf(other)) continue;
          if (filter.relates?.(members[other] as T, members[at] as T) !== false) {
            join(other, at, filter.name);
          }
        }
      });
    }
  }
  return { familyOf, links };
}

/** Places of members that share a key, by key in the order of first members. */
function bucketsOf<T extends GroupMember>(
  filter: GroupFilter,
  members: readonly T[],
  isOn: (filter: string, member: T) => boolean,
): Iterable<readonly number[]> {
  const buckets = new Map<string, number[]>();
  members.forEach((member, at) => {
    if (!isOn(filter.name, member)) return;
    for (const key of new Set(filter.keysOf(member))) {
      const bucket = buckets.get(key);
      if (bucket) bucket.push(at);
      else buckets.set(key, [at]);
    }
  });
  return buckets.values();
}
