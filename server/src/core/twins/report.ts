import type { Calibration } from '../energies/calibration';
import { clusterCompletely, type Edge } from './clusters';
import { byPlace, type PlacedText } from './placedText';
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
  const clusters = [...partition(placed).values()].flatMap((part) =>
    clusterPart(part, graph, calibration),
  );
  const score: Score = (a, b) =>
    calibration.similarityAt(graph.energyBetween(a, b) ?? Number.POSITIVE_INFINITY);
  const known = new Map<string, ReportedGroup>();
  const findings = new Map<string, Finding[]>();
  for (const members of clusters) {
    const signature = signatureOf(members);
    const reported = previous.known.get(signature) ?? reportGroup(members, score);
    known.set(signature, reported);
    for (const finding of reported.findings) {
      const { uri } = finding.passage;
      const list = findings.get(uri) ?? [];
      findings.set(uri, list);
      list.push(finding);
    }
  }
  for (const list of findings.values()) list.sort((x, y) => byPlace(x.passage, y.passage));
  const groups = Array.from(known.values(), ({ group }) => group).sort(byRank);
  return { groups, findings, known };
}

/** What a group looks like from outside: its members' words and places. */
function signatureOf(members: readonly PlacedText[]): string {
  const parts = members.map(({ normal, passage: { uri, kind, start, end } }) =>
    [normal, uri, kind, start.line, start.character, end.line, end.character].join('\t'),
  );
  return parts.join('\n');
}

/** Documents with scope `file` are each a world of their own; all others share one. */
function partition(placed: readonly PlacedText[]): Map<string, PlacedText[]> {
  const parts = new Map<string, PlacedText[]>();
  for (const item of placed) {
    const part = item.policy.scope === 'file' ? item.passage.uri : '';
    const known = parts.get(part) ?? [];
    parts.set(part, known);
    known.push(item);
  }
  return parts;
}

function clusterPart(
  part: readonly PlacedText[],
  graph: TwinGraph,
  calibration: Calibration,
): PlacedText[][] {
  const byText = new Map<string, PlacedText[]>();
  const thresholds = new Map<string, number>();
  for (const item of part) {
    const { normal, policy } = item;
    const known = byText.get(normal);
    if (known) known.push(item);
    else byText.set(normal, [item]);
    thresholds.set(normal, Math.min(thresholds.get(normal) ?? 1, policy.threshold));
  }
  const edges: Edge[] = [];
  for (const edge of graph.edges()) {
    const ofA = thresholds.get(edge.a);
    const ofB = thresholds.get(edge.b);
    if (ofA === undefined || ofB === undefined) continue;
    if (calibration.similarityAt(edge.energy) >= Math.max(ofA, ofB)) edges.push(edge);
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
