import type { Calibration } from '../../energies/calibration';
import { SplitSet } from '../../splitTables';
import type { TwinGraph } from '../graph/twinGraph';
import type { Holders } from '../placed/holders';
import { byPlace, type PlacedText } from '../placed/placedText';
import { clusterCompletely, type Edge } from './clusters';

/** Passages of one world that say the same: at least two, by place. */
export interface Cluster {
  readonly members: readonly PlacedText[];
  /** Of nearly equal texts: whether one outside, which is not near to all of them, is near to one. */
  readonly hasLookalikes: boolean;
}

/** Texts of one world that are connected by edges, directly or not, and the clusters among them. */
interface Component {
  readonly texts: readonly string[];
  readonly clusters: readonly Cluster[];
}

/** What regrouping did away with and what it made. */
export interface Regrouped {
  readonly dissolved: readonly Cluster[];
  readonly made: readonly Cluster[];
}

/** The threshold of a text; undefined where nothing holds it. */
type ThresholdOf = (normal: string) => number | undefined;

/**
 * The texts of all worlds in connected components, each clustered by itself: complete linkage never looks beyond one.
 * What changed is grouped anew with all that it is or was connected to, and nothing else.
 */
export class Components {
  readonly #holders: Holders;
  readonly #graph: TwinGraph;
  readonly #calibration: Calibration;
  /** By world and text; those without a cluster are left out. */
  readonly #worlds = new Map<string, Map<string, Component>>();
  /** Texts to group anew, by world. */
  readonly #dirty = new Map<string, SplitSet<string>>();

  constructor(holders: Holders, graph: TwinGraph, calibration: Calibration) {
    this.#holders = holders;
    this.#graph = graph;
    this.#calibration = calibration;
  }

  /** Takes note that a text's passages in a world, or its edges, are not what they were. */
  mark(world: string, normal: string): void {
    let dirty = this.#dirty.get(world);
    if (!dirty) {
      dirty = new SplitSet();
      this.#dirty.set(world, dirty);
    }
    dirty.add(normal);
  }

  /** Groups anew what was marked, a component at a time; one that is not run to its end is gone on with by the next. */
  *regroup(): Generator<Regrouped> {
    for (const [world, dirty] of this.#dirty) {
      for (const normal of dirty) {
        if (this.#isAlone(world, normal)) {
          dirty.delete(normal);
          continue;
        }
        const { texts, dissolved } = this.#closure(world, normal);
        const made = this.#split(world, texts);
        for (const text of texts.keys()) dirty.delete(text);
        yield { dissolved, made };
      }
      this.#dirty.delete(world);
    }
  }

  /** Whether a text was in no group and can be in none: a quick answer for most. */
  #isAlone(world: string, normal: string): boolean {
    const isNew = this.#worlds.get(world)?.has(normal) !== true;
    return isNew && this.#holders.of(normal).length < 2 && !this.#graph.hasTwins(normal);
  }

  /** All that a text is or was connected to, with the edges of each; takes the components there were apart. */
  #closure(world: string, seed: string) {
    const components = this.#worlds.get(world);
    const thresholdOf = this.#thresholdsIn(world);
    const texts = new Map<string, readonly Edge[]>();
    const dissolved: Cluster[] = [];
    const waiting = [seed];
    for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
      if (texts.has(text)) continue;
      const edges = this.#edgesOf(text, thresholdOf);
      texts.set(text, edges);
      for (const { b } of edges) waiting.push(b);
      const before = components?.get(text);
      if (!before) continue;
      dissolved.push(...before.clusters);
      waiting.push(...before.texts);
      for (const member of before.texts) components?.delete(member);
    }
    return { texts, dissolved };
  }

  #edgesOf(a: string, thresholdOf: ThresholdOf): readonly Edge[] {
    const twins = this.#graph.twinsOf(a);
    const threshold = twins.length > 0 ? thresholdOf(a) : undefined;
    if (threshold === undefined) return [];
    return twins.flatMap(({ key: b, energy }) => {
      const other = thresholdOf(b);
      if (other === undefined) return [];
      const needed = Math.max(threshold, other);
      return this.#calibration.similarityAt(energy) >= needed ? [{ a, b, energy }] : [];
    });
  }

  /** The least that the documents of a text ask for, looked up once for each text. */
  #thresholdsIn(world: string): ThresholdOf {
    const known = new Map<string, number | undefined>();
    return (normal) => {
      if (known.has(normal)) return known.get(normal);
      const thresholds = this.#holders.in(world, normal).map(({ policy }) => policy.threshold);
      const least = thresholds.reduce((some, other) => Math.min(some, other), 1);
      known.set(normal, thresholds.length > 0 ? least : undefined);
      return known.get(normal);
    };
  }

  /** Makes the components among some texts that have no edges to others. */
  #split(world: string, texts: ReadonlyMap<string, readonly Edge[]>): Cluster[] {
    const components = this.#worlds.get(world) ?? new Map<string, Component>();
    this.#worlds.set(world, components);
    const made: Cluster[] = [];
    const met = new Set<string>();
    for (const seed of texts.keys()) {
      if (met.has(seed)) continue;
      const connected = [seed];
      met.add(seed);
      // Grows while it is walked.
      for (const text of connected) {
        for (const { b } of texts.get(text) ?? []) {
          if (met.has(b)) continue;
          met.add(b);
          connected.push(b);
        }
      }
      const clusters = this.#cluster(world, connected, texts);
      if (clusters.length === 0) continue;
      made.push(...clusters);
      const component = { texts: connected, clusters };
      for (const text of connected) components.set(text, component);
    }
    if (components.size === 0) this.#worlds.delete(world);
    return made;
  }

  #cluster(
    world: string,
    connected: readonly string[],
    edgesOf: ReadonlyMap<string, readonly Edge[]>,
  ): Cluster[] {
    // Both ends know of an edge.
    const edges = connected.flatMap((text) => edgesOf.get(text)?.filter(({ a, b }) => a < b) ?? []);
    // Most have none: passages of one text.
    const near = edges.length > 0 ? clusterCompletely(edges) : [];
    const grouped = new Set(near.flat());
    const alone = connected.filter((text) => !grouped.has(text)).map((text) => [text]);
    return [...near, ...alone].flatMap((texts) => {
      const members = texts.flatMap((text) => this.#holders.in(world, text));
      if (members.length < 2) return [];
      const hasLookalikes = texts.length > 1 && connected.length > texts.length;
      return { members: members.sort((x, y) => byPlace(x.passage, y.passage)), hasLookalikes };
    });
  }
}
