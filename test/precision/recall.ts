import type { Report } from '../../server/src/core/reports/report';
import { type Baseline, thresholdWithin } from './baselines/baseline';
import { areCloned, type Clone } from './baselines/clones';
import type { Place, Planted } from './garden';
import { PLANT_KINDS } from './plants';
import { SENSITIVITIES, type Sensitivity, warningsOf } from './scanRepository';
import type { SourcePassage } from './sources';
import { renderTable } from './table';
import { wilson, writeShare } from './wilson';

/** What was planted in one repository, and what came back. */
export interface Harvest {
  readonly planted: readonly Planted[];
  /** That at `balanced` lists what is silenced. */
  readonly reports: Readonly<Record<Sensitivity, Pick<Report, 'groups' | 'silenced'>>>;
  /** Passages of the planted repository, by place. */
  readonly passages: ReadonlyMap<string, SourcePassage>;
  /** By baseline: for each passage that nobody planted, its similarity to the nearest such passage. */
  readonly natural: ReadonlyMap<string, readonly number[]>;
  /** What the clone detector reports, where there is one. */
  readonly clones: readonly Clone[] | undefined;
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

/**
 * The table of recall by kind, and which pairs `balanced` missed, and why. Of each sensitivity: pairs that are found as
 * a warning, and, where notes find more, those that are found at all.
 */
export function renderRecall(harvests: readonly Harvest[], baselines: readonly Baseline[]): string {
  const planted = harvests.flatMap((harvest) => harvest.planted);
  const budget = sum(
    harvests.map(({ planted, reports }) =>
      countNatural(planted, { groups: warningsOf(reports.balanced) }),
    ),
  );
  const columns: (readonly [string, ReadonlySet<Planted>])[] = [
    ...SENSITIVITIES.flatMap((sensitivity): (readonly [string, ReadonlySet<Planted>])[] => {
      const find = (of: (report: Pick<Report, 'groups'>) => Report['groups']) =>
        union(
          harvests.map((one) => foundIn(one.planted, { groups: of(one.reports[sensitivity]) })),
        );
      const [warned, told] = [find(warningsOf), find(({ groups }) => groups)];
      const all = told.size > warned.size ? [[`${sensitivity}, notes too`, told] as const] : [];
      return [[sensitivity, warned], ...all];
    }),
    ...baselines.map((baseline): readonly [string, ReadonlySet<Planted>] => {
      const natural = harvests.flatMap((one) => one.natural.get(baseline.name) ?? []);
      const threshold = thresholdWithin(budget, natural);
      return [
        `${baseline.name} ≥ ${threshold.toFixed(2)}`,
        union(harvests.map((harvest) => foundBy(baseline, harvest, threshold))),
      ];
    }),
    ...(harvests.every(({ clones }) => clones)
      ? [['jscpd', union(harvests.map(foundByClones))] as const]
      : []),
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

Text Twin at balanced warns of ${budget} passages that nobody planted; a baseline with a threshold may report as many.
${countClones(harvests)}${misses.length === 0 ? 'Nothing was missed' : 'Missed'} at balanced:
${listMisses(misses)}
`;
}

/** The pairs that a baseline reports at a threshold. */
export function foundBy(
  { similarity }: Baseline,
  { planted, passages }: Harvest,
  threshold: number,
): Set<Planted> {
  return new Set(
    planted.filter((pair) => {
      const [a, b] = [passages.get(keyOf(pair.original)), passages.get(keyOf(pair.copy))];
      return a && b && similarity(a.normal, b.normal) >= threshold;
    }),
  );
}

/** The pairs that the clone detector reports. */
export function foundByClones({ planted, clones = [] }: Harvest): Set<Planted> {
  return new Set(planted.filter(({ original, copy }) => areCloned(clones, original, copy)));
}

function countClones(harvests: readonly Harvest[]): string {
  const counts = harvests.flatMap(({ clones }) => (clones ? [clones.length] : []));
  return counts.length === 0 ? '' : `jscpd, as it comes, reports ${sum(counts)} clones.\n`;
}

function explainMiss(planted: Planted, { passages, reports: { balanced } }: Harvest): string {
  const { plant, original, copy } = planted;
  const note = balanced.groups.find((group) => foundIn([planted], { groups: [group] }).size > 0);
  if (note) return `${plant.kind}, told as a note (${note.note})`;
  const reasons = [original, copy].flatMap((place) => {
    const silence = balanced.silenced?.find(
      ({ path, startLine }) => path === place.path && startLine === place.startLine,
    );
    if (silence) return [`silenced by ${silence.filter}`];
    return passages.has(keyOf(place)) ? [] : ['not read as one passage'];
  });
  return `${plant.kind}, ${[...new Set(reasons)].join(', ') || 'not in one group'}`;
}

/** A line per reason, with the lines of the plants' file. */
function listMisses(misses: readonly { readonly line: number; readonly reason: string }[]): string {
  const reasons = [...new Set(misses.map(({ reason }) => reason))].sort();
  const listed = reasons.map((reason) => {
    const lines = misses.filter((miss) => miss.reason === reason).map(({ line }) => line);
    return `- ${reason}: ${lines.length}, plants ${lines.sort((a, b) => a - b).join(' ')}`;
  });
  return listed.join('\n');
}

function union<T>(sets: readonly ReadonlySet<T>[]): Set<T> {
  return new Set(sets.flatMap((set) => [...set]));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
