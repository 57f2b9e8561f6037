import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterCompletely, type Edge } from '../../../../server/src/core/twins/groups/clusters';

/** `a-b:0.1` → an edge. */
const parse = (text: string): Edge[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((edge) => {
      const [pair, energy] = edge.split(':') as [string, string];
      const [a, b] = pair.split('-') as [string, string];
      return { a, b, energy: Number(energy) };
    });

const show = (clusters: string[][]) =>
  clusters
    .map((cluster) => cluster.join(''))
    .sort()
    .join(' ');

describe('clusterCompletely', () => {
  it.each([
    ['no edges', '', ''],
    ['a pair', 'a-b:0.1', 'ab'],
    ['a triangle', 'a-b:0.1 b-c:0.2 a-c:0.3', 'abc'],
    ['a chain is cut at its longest link', 'a-b:0.1 b-c:0.2', 'ab'],
    ['two pairs', 'a-b:0.1 c-d:0.1 b-c:0.2', 'ab cd'],
    ['nearest first', 'a-b:0.3 b-c:0.1', 'bc'],
    ['ties by key', 'b-c:0.1 a-b:0.1', 'ab'],
  ])('%s', (_, edges, expected) => {
    expect(show(clusterCompletely(parse(edges)))).toBe(expected);
  });

  const anEdge = fc
    .record({
      a: fc.constantFrom(...'abcdefgh'),
      b: fc.constantFrom(...'abcdefgh'),
      energy: fc.constantFrom(0.1, 0.2, 0.3),
    })
    .filter(({ a, b }) => a !== b);
  const graph = fc.uniqueArray(anEdge, { selector: ({ a, b }) => [a, b].sort().join() });

  it('makes groups in which every two members have an edge, and puts no item into two', () => {
    fc.assert(
      fc.property(graph, (edges) => {
        const linked = new Set(edges.flatMap(({ a, b }) => [a + b, b + a]));
        const clusters = clusterCompletely(edges);
        for (const cluster of clusters) {
          for (const x of cluster)
            for (const y of cluster) if (x !== y) expect(linked).toContain(x + y);
        }
        const items = clusters.flat();
        expect(new Set(items).size).toBe(items.length);
      }),
    );
  });

  it('does not depend on the order or direction of the edges', () => {
    fc.assert(
      fc.property(graph, fc.infiniteStream(fc.nat()), (edges, numbers) => {
        const shuffled = edges
          .map(({ a, b, energy }) => ({ edge: { a: b, b: a, energy }, rank: numbers.next().value }))
          .sort((x, y) => Number(x.rank) - Number(y.rank))
          .map(({ edge }) => edge);
        expect(show(clusterCompletely(shuffled))).toBe(show(clusterCompletely(edges)));
      }),
    );
  });
});
