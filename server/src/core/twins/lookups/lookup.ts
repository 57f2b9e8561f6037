import type { Encoder } from '../../embeddings/encoder';
import { normalise } from '../../embeddings/words';
import type { Scoring } from '../../energies/scoring';
import { weighPairs } from '../../energies/weighPairs';
import type { TextPair } from '../finder';
import { byEnergy, type Neighbour } from '../graph/neighbours';
import type { TwinGraph } from '../graph/twinGraph';
import type { Holders } from '../placed/holders';
import { byPlace, type PlacedText } from '../placed/placedText';
import type { Comparison, NearMiss, OneFactApart, SimilarPassage } from '../twin';
import { compareTexts, type EmbeddedText, embedded } from './compare';
import { NEAR_TEXTS, nearMissOf } from './nearMiss';
import { factApart, findOneFactApart } from './oneFactApart';

/** The nearest texts by distance among which the nearest by energy are looked for, at least. */
const LEAST_WEIGHED = 32;

/** Answers what somebody asks, and waits for, from what is indexed. Changes nothing. */
export class Lookup {
  readonly #encoder: Encoder;
  readonly #scoring: Scoring;
  readonly #holders: Holders;
  readonly #graph: TwinGraph;

  constructor(encoder: Encoder, scoring: Scoring, holders: Holders, graph: TwinGraph) {
    this.#encoder = encoder;
    this.#scoring = scoring;
    this.#holders = holders;
    this.#graph = graph;
  }

  /** What reads like a passage but states another fact. The graph must be whole. */
  oneFactApart(from: PlacedText): OneFactApart | undefined {
    const energies = this.#graph.energiesNear(from.normal);
    return findOneFactApart(from, this.#holders, energies, this.#scoring.calibration);
  }

  /** What is nearly near enough to a passage to be its twin. The graph must be whole. */
  async nearMiss(from: PlacedText): Promise<NearMiss | undefined> {
    const embedding = this.#graph.embeddingOf(from.normal);
    if (!embedding) return undefined;
    const near = this.#graph.nearest(embedding, NEAR_TEXTS);
    const weighed = await this.#weigh(from.normal, near);
    return nearMissOf(from, this.#holders, weighed, this.#scoring.calibration);
  }

  /** The passages nearest to a text, nearest first. The graph must be whole. */
  async similar(text: string, top: number): Promise<readonly SimilarPassage[]> {
    const [embedding] = await this.#encode([text]);
    if (!embedding || top < 1) return [];
    const own = normalise(text);
    const { calibration, thresholds } = this.#scoring;
    const near = this.#graph.nearest(embedding, Math.max(LEAST_WEIGHED, 2 * top));
    return (await this.#weigh(own, near))
      .flatMap(({ key, energy: weighed }) => {
        const energy = key === own ? 0 : weighed;
        const similarity = calibration.similarityAt(energy);
        const differsIn = factApart(own, key, similarity >= thresholds.balanced);
        const likeness = { energy, similarity, ...(differsIn !== undefined && { differsIn }) };
        return this.#holders.of(key).map(({ passage }) => ({ ...passage, ...likeness }));
      })
      .sort((x, y) => x.energy - y.energy || byPlace(x, y))
      .slice(0, top);
  }

  /** Compares texts that need not be indexed; one answer per pair, in order. */
  async compareAll(pairs: readonly TextPair[]): Promise<readonly Comparison[]> {
    const texts = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
    const embeddings = await this.#encode(texts);
    const known = new Map(
      texts.map((text, i) => [text, embedded(text, embeddings[i] as Float32Array)]),
    );
    const of = (text: string) => known.get(text) as EmbeddedText;
    return compareTexts(
      pairs.map(({ a, b }) => [of(a), of(b)]),
      this.#scoring,
      this.#encode,
    );
  }

  /** The energies of a text and those near it by distance, nearest first. */
  async #weigh(normal: string, near: readonly Neighbour[]): Promise<Neighbour[]> {
    const pairs = near.map(({ key, energy }) => ({ a: normal, b: key, distance: energy }));
    const energies = await weighPairs(pairs, this.#scoring.energy, this.#encode);
    return near.map(({ key }, i) => ({ key, energy: energies[i] as number })).sort(byEnergy);
  }

  readonly #encode = (texts: readonly string[]): Promise<Float32Array[]> =>
    this.#encoder.encode(texts, { priority: 'foreground' });
}
