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
}

/** Groups the placed texts into twins and turns each group into one finding per member. */
export function reportTwins(
  placed: readonly PlacedText[],
  graph: TwinGraph,
  calibration: Calibration,
): TwinReport {
  const clusters = [...partition(placed).values()].flatMap((part) =>
    clusterPart(part, graph, calibration),
  );
  const score = (a: PlacedText, b: PlacedText) =>
    calibration.similarityAt(graph.energyBetween(a.normal, b.normal) ?? Number.POSITIVE_INFINITY);
  const groups = clusters.map((members) => toGroup(members, score));
  const findings = new Map<string, Finding[]>();
  clusters.forEach((members, i) => {
    for (const member of members) {
      const { uri } = member.passage;
      const finding = toFinding(member, members, (groups[i] as TwinGroup).id, score);
      findings.set(uri, [...(findings.get(uri) ?? []), finding]);
    }
  });
  for (const list of findings.values()) list.sort((x, y) => byPlace(x.passage, y.passage));
  return { groups: groups.sort(byRank), findings };
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
  for (const item of part) {
    const known = byText.get(item.normal) ?? [];
    byText.set(item.normal, known);
    known.push(item);
  }
  const threshold = (normal: string) =>
    Math.min(...(byText.get(normal) ?? []).map(({ policy }) => policy.threshold));
  const edges: Edge[] = [];
  for (const edge of graph.edges()) {
    if (!byText.has(edge.a) || !byText.has(edge.b)) continue;
    const needed = Math.max(threshold(edge.a), threshold(edge.b));
    if (calibration.similarityAt(edge.energy) >= needed) edges.push(edge);
  }
  const near = clusterCompletely(edges);
  const grouped = new Set(near.flat());
  const exact = [...byText.keys()]
    .filter((normal) => !grouped.has(normal))
    .map((normal) => [normal]);
  return [...near, ...exact]
    .map((texts) => texts.flatMap((normal) => byText.get(normal) ?? []))
    .filter((members) => members.length > 1)
    .map((members) => members.sort((x, y) => byPlace(x.passage, y.passage)));
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
