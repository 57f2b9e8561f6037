import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calibration } from '../../../../server/src/core/energies/calibration';
import { energies } from '../../../../server/src/core/energies/energy';
import { pairEnergy } from '../../../../server/src/core/energies/pairEnergy';
import type { Scoring } from '../../../../server/src/core/energies/scoring';
import { compareWording } from '../../../../server/src/core/energies/wording';
import { TwinGraph } from '../../../../server/src/core/twins/graph/twinGraph';
import { MAX_TWINS } from '../../../../server/src/core/twins/graph/twinLists';

const scoringBy = (energy: Scoring['energy']): Scoring => ({
  energy,
  calibration: new Calibration({ energy: [0, 1, 2], similarity: [1, 0.5, 0] }),
  thresholds: { strict: 0.9, balanced: 0.8, loose: 0.7 },
});

/** On a circle, at different distances from all others. */
const onCircle = (i: number) => {
  const angle = 0.01 * i + 0.00001 * i * i;
  return Float32Array.of(Math.cos(angle), Math.sin(angle), 0);
};

const keyOf = (i: number) => `text${String.fromCharCode(97 + (i % 26))}${'x'.repeat(i / 26)}`;

function connected(texts: readonly number[], radius: number, energy: Scoring['energy']): TwinGraph {
  const graph = new TwinGraph(3, scoringBy(energy));
  for (const i of texts) graph.insert(keyOf(i), onCircle(i));
  graph.reach(radius);
  for (const _ of graph.connect());
  return graph;
}

const show = (graph: TwinGraph, texts: readonly number[]) =>
  texts.map((i) => [
    keyOf(i),
    graph
      .twinsOf(keyOf(i))
      .map(({ key }) => key)
      .sort(),
  ]);

describe('TwinGraph', () => {
  it.each(['euclidean', 'manhattan', 'cosine'] as const)(
    'finds all within the radius by %s energy',
    (name) => {
      const texts = Array.from({ length: 40 }, (_, i) => i);
      const graph = connected(texts, 0.07, name);
      for (const i of texts) {
        const expected = texts
          .filter((j) => j !== i && energies[name](onCircle(i), onCircle(j)) <= 0.07)
          .map(keyOf)
          .sort();
        expect(
          graph
            .twinsOf(keyOf(i))
            .map(({ key }) => key)
            .sort(),
        ).toEqual(expected);
      }
    },
  );

  const anEdit = fc.record({
    text: fc.nat({ max: 149 }),
    remove: fc.boolean(),
    connect: fc.boolean(),
  });

  it('has the edges of a fresh one after any edits, also where texts have more twins than are kept', () => {
    fc.assert(
      fc.property(
        fc.array(anEdit, { maxLength: 60 }),
        fc.constantFrom(0.05, 2),
        (edits, radius) => {
          const all = new Set(Array.from({ length: 2 * MAX_TWINS }, (_, i) => i));
          const graph = connected([...all], radius, 'euclidean');
          for (const { text, remove, connect } of edits) {
            if (remove && all.delete(text)) graph.remove(keyOf(text));
            else if (!remove && !all.has(text)) {
              all.add(text);
              graph.insert(keyOf(text), onCircle(text));
            }
            if (connect) for (const _ of graph.connect());
          }
          for (const _ of graph.connect());
          const texts = [...all].sort((x, y) => x - y);
          expect(show(graph, texts)).toEqual(show(connected(texts, radius, 'euclidean'), texts));
        },
      ),
      { numRuns: 10 },
    );
  });

  it('keeps the nearest of too many twins, and says so from both sides', () => {
    const texts = Array.from({ length: 3 * MAX_TWINS }, (_, i) => i);
    const graph = connected(texts, 2, 'euclidean');
    const nearest = (i: number) =>
      texts
        .filter((j) => j !== i)
        .sort(
          (x, y) =>
            energies.euclidean(onCircle(i), onCircle(x)) -
            energies.euclidean(onCircle(i), onCircle(y)),
        )
        .slice(0, MAX_TWINS);
    const kept = texts.map((i) => new Set(nearest(i)));
    for (const i of texts) {
      const expected = texts.filter((j) => kept[i]?.has(j) || kept[j]?.has(i)).map(keyOf);
      expect(
        graph
          .twinsOf(keyOf(i))
          .map(({ key }) => key)
          .sort(),
      ).toEqual(expected.sort());
    }
  });

  it('goes on where joining many was left, whatever was removed and inserted in between', () => {
    const graph = new TwinGraph(3, scoringBy('euclidean'));
    const texts = new Set(Array.from({ length: 800 }, (_, i) => i));
    for (const i of texts) graph.insert(keyOf(i), onCircle(i));
    graph.reach(0.004);
    // Cells are chosen first, then texts are sorted into them, then joined.
    [2300, 400, 1000, 10, 5].forEach((steps, i) => {
      const connecting = graph.connect();
      for (let step = 0; step < steps; step++) connecting.next();
      graph.remove(keyOf(i));
      texts.delete(i);
      // It gets the place of the one that went.
      texts.add(800 + i);
      graph.insert(keyOf(800 + i), onCircle(800 + i));
    });
    for (const _ of graph.connect());
    const left = [...texts];
    const fresh = connected(left, 0.004, 'euclidean');
    expect(show(fresh, left).filter(([, twins]) => twins?.length).length).toBeGreaterThan(100);
    expect(show(graph, left)).toEqual(show(fresh, left));
  });

  it('goes on where connecting was left', () => {
    const texts = Array.from({ length: 30 }, (_, i) => i);
    const graph = new TwinGraph(3, scoringBy('euclidean'));
    for (const i of texts) graph.insert(keyOf(i), onCircle(i));
    graph.reach(0.05);
    for (let rounds = 0; rounds < 200; rounds++) graph.connect().next();
    expect(show(graph, texts)).toEqual(show(connected(texts, 0.05, 'euclidean'), texts));
  });

  it('answers the nearest texts, nearest first', () => {
    const graph = connected([0, 5, 1, 90], 0.1, 'euclidean');
    expect(graph.nearest(onCircle(2), 3).map(({ key }) => key)).toEqual([1, 0, 5].map(keyOf));
    expect(graph.nearest(onCircle(2), 9)).toHaveLength(4);
  });

  describe('where texts differ in a few words', () => {
    const goods = ['crates', 'letters', 'parcels', 'barrels', 'pallets', 'sacks', 'boxes', 'tins'];
    const sayings = goods.flatMap((what) => [
      `weighs the ${what} of the day before the van leaves for the depot`,
      `weighs the ${what} of the night before the van leaves for the depot`,
    ]);
    const embed = (i: number) => onCircle(4 * i);
    /** Some stretches are nearer than the margin, some farther. */
    const stretch = (text: string) => onCircle(20 * (text.charCodeAt(0) - 97) + text.length);
    const between = (one: string, other: string) =>
      energies.euclidean(stretch(one), stretch(other));
    const radius = 1.1;

    const energyOf = (i: number, j: number) => {
      const [a, b] = [sayings[i] as string, sayings[j] as string];
      const wording = compareWording(a, b);
      const energy = pairEnergy(
        energies.euclidean(embed(i), embed(j)),
        wording,
        between,
        'euclidean',
      );
      return wording.facts || energy > radius ? undefined : energy;
    };

    /** @param steps how many pieces are done; all, where it is left out. */
    const connect = (graph: TwinGraph, steps = Number.POSITIVE_INFINITY, only?: string[]) => {
      const connecting = graph.connect(only);
      let missing = connecting.next();
      for (let done = 0; !missing.done && done < steps; done++) {
        const stretches = missing.value;
        if (stretches.length > 0) graph.learn(stretches, stretches.map(stretch));
        missing = connecting.next();
      }
      connecting.return(undefined);
    };

    const check = (graph: TwinGraph, present: ReadonlySet<number>) => {
      let edges = 0;
      for (const i of present) {
        for (const j of present) {
          if (i === j) continue;
          const energy = graph.energyBetween(sayings[i] as string, sayings[j] as string);
          const expected = energyOf(i, j);
          if (expected === undefined) expect(energy).toBeUndefined();
          else expect(energy).toBeCloseTo(expected, 6);
          if (expected !== undefined) edges++;
        }
      }
      return edges;
    };

    it('knows the energies of pairs, not the distances of embeddings', () => {
      const graph = new TwinGraph(3, scoringBy('euclidean'));
      sayings.forEach((text, i) => {
        graph.insert(text, embed(i));
      });
      graph.reach(radius);
      connect(graph);
      const all = new Set(sayings.keys());
      const edges = check(graph, all);
      expect(edges).toBeGreaterThan(20);
      const within = [...all].flatMap((i) =>
        [...all].filter((j) => i !== j && energies.euclidean(embed(i), embed(j)) <= radius),
      );
      expect(edges).toBeLessThan(within.length);
    });

    const anEdit = fc.record({
      text: fc.nat({ max: sayings.length - 1 }),
      steps: fc.nat({ max: 12 }),
      isHurried: fc.boolean(),
    });

    it('has the same energies however often it was interrupted, before stretches were known too', () => {
      fc.assert(
        fc.property(fc.array(anEdit, { maxLength: 40 }), (edits) => {
          const graph = new TwinGraph(3, scoringBy('euclidean'));
          graph.reach(radius);
          const present = new Set<number>();
          for (const { text, steps, isHurried } of edits) {
            const key = sayings[text] as string;
            if (present.delete(text)) graph.remove(key);
            else {
              present.add(text);
              graph.insert(key, embed(text));
            }
            connect(graph, steps, isHurried ? [key] : undefined);
          }
          connect(graph);
          check(graph, present);
        }),
        { numRuns: 200 },
      );
    });
  });
});
