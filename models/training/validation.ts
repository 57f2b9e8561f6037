import { normalise } from '../../server/src/core/embeddings/words';
import { type EnergyName, energies } from '../../server/src/core/energies/energy';
import {
  type DistantPair,
  type Embed,
  weighPairs,
} from '../../server/src/core/energies/weighPairs';
import type { HeldOut } from './corpus';
import { auc, spearman } from './metrics';
import { memberOf, type Pair } from './pairFiles';

/** Held-out pairs taken of each source; enough for a figure with two digits, quick enough to repeat. */
const MAX_PAIRS = 1500;

/** How held-out texts are compared. */
export interface Comparer {
  readonly embed: Embed;
  readonly energy: EnergyName;
}

/** A held-out pair and its energy. */
export interface ScoredPair {
  readonly energy: number;
  readonly isDuplicate: boolean;
}

/**
 * Figures on the held-out share of the training files, by source; none of it is `eval/`. AUC for genuine pairs
 * against imposites (siblings where the data names them, else the next other member), Spearman for graded ones.
 */
export type ValidationFigures = Readonly<Record<string, number>>;

export async function validate(
  sources: readonly HeldOut[],
  comparer: Comparer,
): Promise<ValidationFigures> {
  const figures: Record<string, number> = {};
  for (const { source, heldOut } of sources) {
    const pairs = heldOut.slice(0, MAX_PAIRS);
    if (source.calibrates) {
      const named = sources.find((other) => other.source.name === source.imposites);
      const imposites = named?.heldOut.filter(({ isDuplicate }) => isDuplicate < 0.5);
      figures[source.name] = await aucOf([...pairs, ...(imposites ?? nextOthers(pairs))], comparer);
    } else if (pairs.some(({ isDuplicate }) => isDuplicate > 0 && isDuplicate < 1)) {
      figures[source.name] = spearman(
        (await energiesOf(pairs, comparer)).map((energy) => -energy),
        pairs.map((pair) => pair.isDuplicate),
      );
    }
  }
  return figures;
}

/** Each pair's first text with the second text of the next pair of another identity. */
function nextOthers(pairs: readonly Pair[]): Pair[] {
  return pairs.flatMap((pair, i) => {
    const other = pairs.slice(i + 1).find((next) => identityOf(next) !== identityOf(pair));
    return other ? [{ ...pair, b: other.b, isDuplicate: 0 }] : [];
  });
}

/** Of the texts nearest by distance, the nearest by energy is looked for among so many. */
const NEAREST = 8;

/**
 * Genuine pairs and, for each, the imposite that a scan would meet: the nearest text of another identity
 * among the held-out texts of the same source. Thresholds chosen here expect hard neighbours.
 */
export async function scoreCandidates(
  pairs: readonly HeldOut[],
  comparer: Comparer,
): Promise<ScoredPair[]> {
  const scored: ScoredPair[] = [];
  for (const { source, heldOut } of pairs) {
    if (source.calibrates) {
      scored.push(...(await scoreSource(heldOut.filter(source.calibrates), comparer)));
    }
  }
  return scored;
}

async function scoreSource(
  pairs: readonly Pair[],
  { embed, energy }: Comparer,
): Promise<ScoredPair[]> {
  const between = energies[energy];
  const a = await embed(pairs.map((pair) => pair.a));
  const b = await embed(pairs.map((pair) => pair.b));
  const own = pairs.map((pair) => normalise(pair.a));
  const others = pairs.map((pair) => normalise(pair.b));
  const distant = (i: number, j: number): DistantPair => ({
    a: own[i] as string,
    b: others[j] as string,
    distance: between(a[i] as Float32Array, b[j] as Float32Array),
  });
  // Texts equal after normalisation are duplicates without a model; they would flatter the curve.
  const genuine = pairs.flatMap((_, i) => (own[i] === others[i] ? [] : [distant(i, i)]));
  const weighed = await weighPairs(genuine, energy, embed);
  const nearest = pairs.map((pair, i) =>
    pairs
      .flatMap((other, j) => {
        const isGenuine = identityOf(other) === identityOf(pair);
        const isEqual = others[j] === own[i] || others[j] === others[i];
        return isGenuine || isEqual ? [] : [distant(i, j)];
      })
      .sort((x, y) => x.distance - y.distance)
      .slice(0, NEAREST),
  );
  const imposites = await weighPairs(nearest.flat(), energy, embed);
  let at = 0;
  const least = nearest.map(({ length }) => {
    const some = imposites.slice(at, at + length);
    at += length;
    return Math.min(Number.POSITIVE_INFINITY, ...some);
  });
  return [
    ...weighed.map((measured) => ({ energy: measured, isDuplicate: true })),
    ...least.map((lowest) => ({ energy: lowest, isDuplicate: false })),
  ];
}

/** Pairs without a key are each their own. */
function identityOf(pair: Pair): string {
  return memberOf(pair) ?? normalise(pair.a);
}

async function aucOf(pairs: readonly Pair[], comparer: Comparer): Promise<number> {
  return auc(
    (await energiesOf(pairs, comparer)).map((energy) => -energy),
    pairs.map((pair) => pair.isDuplicate >= 0.5),
  );
}

/** E of each pair, in order. */
export async function energiesOf(
  pairs: readonly Pair[],
  { embed, energy }: Comparer,
): Promise<number[]> {
  const a = await embed(pairs.map((pair) => pair.a));
  const b = await embed(pairs.map((pair) => pair.b));
  const between = energies[energy];
  const distant = pairs.map((pair, i) => ({
    a: normalise(pair.a),
    b: normalise(pair.b),
    distance: between(a[i] as Float32Array, b[i] as Float32Array),
  }));
  return weighPairs(distant, energy, embed);
}
