import type { Calibration } from '../energies/calibration';
import { clusterCompletely, type Edge } from './clusters';
import { fingerprint } from './fingerprint';
import { byPlace, type PlacedText } from './placedText';
import type { Finding, TwinGroup, TwinMember } from './twin';
import type { TwinGraph } from './twinGraph';

/** All that is reported at one moment. */
export interface TwinReport {
  readonly groups: readonly TwinGroup[];
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** What each group looked like from outside, so that the next report need not make it again. */
  readonly known: ReadonlyMap<string, ReportedGroup>;
}

/** A group and the finding of each of its members. */
interface ReportedGroup {
  readonly group: TwinGroup;
  readonly findings: readonly Finding[];
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
    calibration.similarityAt(graph.energyBetween(a.normal, b.normal) ?? Number.POSITIVE_INFINITY);
  const known = new Map<string, ReportedGroup>();
  const findings = new Map<string, Finding[]>();
  for (const members of clusters) {
    const signature = signatureOf(members);
    const reported = previous.known.get(signature) ?? report(members, score);
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

function report(members: readonly PlacedText[], score: Score): ReportedGroup {
  const group = toGroup(members, score);
  return { group, findings: members.map((member) => toFinding(member, members, group.id, score)) };
}

type Score = (a: PlacedText, b: PlacedText) => number;

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

function toGroup(members: readonly PlacedText[], score: Score): TwinGroup {
  const centre = centreOf(members, score);
  const lowest = Math.min(...members.flatMap((a) => members.map((b) => score(a, b))));
  const texts = members.map(({ normal }) => normal);
  return {
    id: fingerprint(texts),
    kind: new Set(texts).size === 1 ? 'duplicate' : 'near-duplicate',
    similarity: lowest,
    members: members.map(
      (member): TwinMember => ({ ...member.passage, similarity: score(member, centre) }),
    ),
  };
}

/** The member most like all others; the first in place order among equals. */
function centreOf(members: readonly PlacedText[], score: Score): PlacedText {
  let centre = members[0] as PlacedText;
  let best = Number.NEGATIVE_INFINITY;
  for (const candidate of members) {
    const sum = members.reduce((total, other) => total + score(candidate, other), 0);
    // Sums of the same numbers in another order differ in their last digits: that is a tie.
    if (sum > best + 1e-9) {
      best = sum;
      centre = candidate;
    }
  }
  return centre;
}

function toFinding(
  member: PlacedText,
  members: readonly PlacedText[],
  groupId: string,
  score: Score,
): Finding {
  const others = members
    .filter((other) => other !== member)
    .sort((x, y) => score(member, y) - score(member, x) || byPlace(x.passage, y.passage));
  const best = others[0] as PlacedText;
  return {
    passage: member.passage,
    kind: best.normal === member.normal ? 'duplicate' : 'near-duplicate',
    similarity: score(member, best),
    best: best.passage,
    others: others.map(({ passage }) => passage),
    groupId,
  };
}

function byRank(x: TwinGroup, y: TwinGroup): number {
  return (
    y.similarity - x.similarity || byPlace(x.members[0] as TwinMember, y.members[0] as TwinMember)
  );
}
