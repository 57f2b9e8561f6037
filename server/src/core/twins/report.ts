import type { Calibration } from '../energies/calibration';
import { clusterCompletely, type Edge } from './clusters';
import { groupBy } from './groupBy';
import { byPlace, type PlacedText, worldOf } from './placedText';
import { type ReportedGroup, reportGroup, type Score } from './reportGroup';
import type { Finding, TwinGroup, TwinMember } from './twin';
import type { TwinGraph } from './twinGraph';

/** All that is reported at one moment. */
export interface TwinReport {
  readonly groups: readonly TwinGroup[];
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** What each group looked like from outside, so that the next report need not make it again. */
  readonly known: ReadonlyMap<string, ReportedGroup>;
}

/**
 * Groups the placed texts into twins and turns each group into one finding per member.
 *
 * Groups that are as they were in the `previous` report are the same objects again: a cheap way to tell what
 * changed, and most of the work saved on an edit.
 */
export function reportTwins(
  placed: readonly PlacedText[],
  graph: TwinGraph,
  calibration: Calibration,
  previous: TwinReport,
): TwinReport {
  const worlds = groupBy(placed, worldOf);
  const clusters = [...worlds.values()].flatMap((world) => clusterWorld(world, graph, calibration));
  const score: Score = (a, b) =>
    calibration.similarityAt(graph.energyBetween(a, b) ?? Number.POSITIVE_INFINITY);
  const known = new Map<string, ReportedGroup>();
  for (const members of clusters) {
    const signature = signatureOf(members);
    known.set(signature, previous.known.get(signature) ?? reportGroup(members, score));
  }
  const reported = [...known.values()];
  const findings = groupBy(
    reported.flatMap((group) => group.findings),
    ({ passage }) => passage.uri,
  );
  for (const list of findings.values()) list.sort((x, y) => byPlace(x.passage, y.passage));
  const groups = reported.map(({ group }) => group).sort(byRank);
  return { groups, findings, known };
}

/** What a group looks like from outside: its members' words, places and subjects. */
function signatureOf(members: readonly PlacedText[]): string {
  const parts = members.map(({ passage: { text, uri, kind, start, end }, subject = '' }) =>
    [text, uri, kind, start.line, start.character, end.line, end.character, subject].join('\t'),
  );
  return parts.join('\n');
}

function clusterWorld(
  world: readonly PlacedText[],
  graph: TwinGraph,
  calibration: Calibration,
): PlacedText[][] {
  const byText = groupBy(world, ({ normal }) => normal);
  const thresholdOf = (normal: string) =>
    (byText.get(normal) ?? []).reduce((least, { policy }) => Math.min(least, policy.threshold), 1);
  const edges: Edge[] = [];
  for (const edge of graph.edgesAmong(byText)) {
    const needed = Math.max(thresholdOf(edge.a), thresholdOf(edge.b));
    if (calibration.similarityAt(edge.energy) >= needed) edges.push(edge);
  }
  const near = clusterCompletely(edges);
  const grouped = new Set(near.flat());
  const clusters = near.map((texts) => texts.flatMap((normal) => byText.get(normal) ?? []));
  for (const [normal, items] of byText) {
    if (items.length > 1 && !grouped.has(normal)) clusters.push(items);
  }
  for (const members of clusters) members.sort((x, y) => byPlace(x.passage, y.passage));
  return clusters;
}

function byRank(x: TwinGroup, y: TwinGroup): number {
  return (
    y.similarity - x.similarity || byPlace(x.members[0] as TwinMember, y.members[0] as TwinMember)
  );
}
