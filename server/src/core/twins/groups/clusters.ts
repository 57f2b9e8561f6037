/** An edge between two items that may stand in one cluster. */
export interface Edge {
  readonly a: string;
  readonly b: string;
  /** ≥ 0. */
  readonly energy: number;
}

/**
 * Groups items by complete linkage: clusters are merged nearest first, and only if every item of one has an
 * edge to every item of the other. So each two members of a group are twins of each other, and a chain
 * A~B~C with A and C apart never makes one group.
 *
 * Deterministic: the order of `edges` does not matter (ties go by key).
 *
 * @returns clusters of at least two items, each sorted by key.
 */
export function clusterCompletely(edges: readonly Edge[]): string[][] {
  const neighbours = new Map<string, Set<string>>();
  const link = (from: string, to: string) => {
    const known = neighbours.get(from) ?? new Set<string>();
    neighbours.set(from, known.add(to));
  };
  for (const { a, b } of edges) {
    link(a, b);
    link(b, a);
  }
  const clusterOf = new Map<string, string[]>();
  for (const key of neighbours.keys()) clusterOf.set(key, [key]);
  for (const { a, b } of [...edges].sort(compareEdges)) {
    const one = clusterOf.get(a) as string[];
    const other = clusterOf.get(b) as string[];
    if (one === other) continue;
    const complete = one.every((x) => other.every((y) => neighbours.get(x)?.has(y)));
    if (!complete) continue;
    const merged = [...one, ...other].sort();
    for (const key of merged) clusterOf.set(key, merged);
  }
  return [...new Set(clusterOf.values())].filter((cluster) => cluster.length > 1);
}

function compareEdges(x: Edge, y: Edge): number {
  return x.energy - y.energy || compare(low(x), low(y)) || compare(high(x), high(y));
}

const low = ({ a, b }: Edge) => (a < b ? a : b);
const high = ({ a, b }: Edge) => (a < b ? b : a);
const compare = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0);
