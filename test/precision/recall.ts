import { jaccard } from '../../models/evaluation/jaccard';
import type { Report } from '../../server/src/core/reports/report';
import type { Place, Planted } from './planting';
import { PLANT_KINDS } from './plants';
import { SENSITIVITIES, type Sensitivity } from './scanRepository';
import { shinglesOf, thresholdWithin } from './shingles';
import type { SourcePassage } from './sources';
import { renderTable } from './table';
import { wilson, writeShare } from './wilson';

/** What was planted in one repository, and what came back. */
export interface Harvest {
  readonly planted: readonly Planted[];
  readonly reports: Readonly<Record<Sensitivity, Pick<Report, 'groups'>>>;
  /** Passages of the planted repository, by place. */
  readonly passages: ReadonlyMap<string, SourcePassage>;
  /** Which filter silenced the passage at a place. */
  readonly silenced: ReadonlyMap<string, string>;
  /** For each passage that nobody planted, its shingle similarity to the nearest such passage. */
  readonly natural: readonly number[];
}

/** A place as a key. */
export const keyOf = ({ path, startLine }: Place): string => `${path}:${startLine}`;

/** The pairs of which both ends stand in one group. */
export function foundIn(
  planted: readonly Planted[],
  { groups }: Pick<Report, 'groups'>,
): Set<Planted> {
  const groupsAt = new Map<string, Set<string>>();
  for (const { id, members } of groups) {
    for (const member of members) {
      const key = keyOf(member);
      groupsAt.set(key, (groupsAt.get(key) ?? new Set()).add(id));
    }
  }
  return new Set(
    planted.filter(({ original, copy }) => {
      const ids = groupsAt.get(keyOf(copy));
      return [...(groupsAt.get(keyOf(original)) ?? [])].some((id) => ids?.has(id));
    }),
  );
}

/** How many passages are reported as twins of others, planted ones apart. */
export function countNatural(
  planted: readonly Planted[],
  { groups }: Pick<Report, 'groups'>,
): number {
  const places = new Set(planted.flatMap(({ original, copy }) => [keyOf(original), keyOf(copy)]));
  const natural = groups.map(({ members }) => members.filter((m) => !places.has(keyOf(m))).length);
  return natural.reduce((sum, count) => sum + (count > 1 ? count : 0), 0);
}

/** The table of recall by kind, and which pairs `balanced` missed, and why. */
export function renderRecall(harvests: readonly Harvest[]): string {
  const planted = harvests.flatMap((harvest) => harvest.planted);
  const budget = sum(harvests.map((one) => countNatural(one.planted, one.reports.balanced)));
  const threshold = thresholdWithin(
    budget,
    harvests.flatMap(({ natural }) => natural),
  );
  const columns: (readonly [string, ReadonlySet<Planted>])[] = [
    ...SENSITIVITIES.map((sensitivity): readonly [string, ReadonlySet<Planted>] => [
      sensitivity,
      union(harvests.map((one) => foundIn(one.planted, one.reports[sensitivity]))),
    ]),
    [
      `5-gram Jaccard ≥ ${threshold.toFixed(2)}`,
      union(harvests.map((harvest) => foundByShingles(harvest, threshold))),
    ],
  ];
  const rows = PLANT_KINDS.map((kind) => {
    const ofKind = planted.filter(({ plant }) => plant.kind === kind);
    const recalls = columns.map(([, found]) =>
      writeShare(wilson(ofKind.filter((one) => found.has(one)).length, ofKind.length)),
    );
    return [kind, String(ofKind.length), ...recalls];
  });
  const table = renderTable([
    ['recall [95 %]', 'plants', ...columns.map(([name]) => name)],
    ...rows,
  ]);
  const balanced = new Map(columns).get('balanced');
  const misses = harvests.flatMap((harvest) =>
    harvest.planted
      .filter((one) => !balanced?.has(one))
      .map((one) => ({ line: one.plant.line, reason: explainMiss(one, harvest) })),
  );
  return `${table}

Text Twin at balanced reports ${budget} passages that nobody planted; the baseline may report as many.
${misses.length === 0 ? 'Nothing was missed' : 'Missed'} at balanced:
${listMisses(misses)}
`;
}

/** The pairs that the baseline reports at a threshold. */
export function foundByShingles({ planted, passages }: Harvest, threshold: number): Set<Planted> {
  return new Set(
    planted.filter((pair) => {
      const [a, b] = [passages.get(keyOf(pair.original)), passages.get(keyOf(pair.copy))];
      return a && b && jaccard(shinglesOf(a.normal), shinglesOf(b.normal)) >= threshold;
    }),
  );
}

function explainMiss({ plant, original, copy }: Planted, { passages, silenced }: Harvest): string {
  const reasons = [original, copy].flatMap((place) => {
    const filter = silenced.get(keyOf(place));
    if (filter !== undefined) return [`silenced by ${filter}`];
    return passages.has(keyOf(place)) ? [] : ['not read as one passage'];
  });
  return `${plant.kind}, ${[...new Set(reasons)].join(', ') || 'not in one group'}`;
}

/** A line per reason, with the lines of the plants' file. */
function listMisses(misses: readonly { readonly line: number; readonly reason: string }[]): string {
  const reasons = [...new Set(misses.map(({ reason }) => reason))].sort();
  const listed = reasons.map((reason) => {
    const lines = misses.filter((miss) => miss.reason === reason).map(({ line }) => line);
    return `- ${reason}: plants ${lines.sort((a, b) => a - b).join(' ')}`;
  });
  return listed.join('\n');
}

function union<T>(sets: readonly ReadonlySet<T>[]): Set<T> {
  return new Set(sets.flatMap((set) => [...set]));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
