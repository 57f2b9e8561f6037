import { type Pair, readPairs } from '../training/pairFiles';
import { type Estimate, estimate } from './bootstrap';
import type { Method, Similarity } from './method';
import { reciprocalRanks } from './retrieval';
import type { EvaluationSet, Measure } from './sets';
import { aucStatistic, meanStatistic, type Statistic, spearmanStatistic } from './statistics';

/** One line of the table. */
export interface EvaluationRow {
  readonly set: string;
  readonly measure: Measure;
  readonly pairs: number;
  readonly ours: Estimate;
  readonly baselines: Readonly<Record<string, number>>;
  /** The baseline with the highest figure on this set. */
  readonly best: string;
  /** Ours − best. */
  readonly difference: Estimate;
}

/**
 * Measures the encoder and the baselines (at least one) on a set, in one run.
 *
 * @throws Error naming the file and line of a malformed pair.
 */
export async function evaluate(
  { name, measure, file }: EvaluationSet,
  encoder: Method,
  baselines: readonly Method[],
): Promise<EvaluationRow> {
  const pairs = await readPairs(file);
  const once = new Int32Array(pairs.length).fill(1);
  const statisticOf = async (method: Method) =>
    toStatistic(measure, pairs, await comparePairs(method, pairs, measure));

  const ours = await statisticOf(encoder);
  const figures: Record<string, number> = {};
  let best: { readonly name: string; readonly statistic: Statistic } | undefined;
  for (const baseline of baselines) {
    const statistic = await statisticOf(baseline);
    const figure = statistic(once);
    figures[baseline.name] = figure;
    if (baseline.isPart) continue;
    const highest = best ? (figures[best.name] as number) : Number.NaN;
    // A figure may be NaN: a baseline that tells no two pairs apart has no rank correlation.
    if (figure > highest || Number.isNaN(highest)) best = { name: baseline.name, statistic };
  }
  if (!best) throw new Error('there is no baseline to compare with');
  const { statistic } = best;
  const [own, difference] = estimate(pairs.length, [
    ours,
    (times) => ours(times) - statistic(times),
  ]);
  return {
    set: name,
    measure,
    pairs: pairs.length,
    ours: own as Estimate,
    baselines: figures,
    best: best.name,
    difference: difference as Estimate,
  };
}

/** Similarity of positions in `[...a, ...b]`; the method sees each distinct text once. */
async function comparePairs(
  method: Method,
  pairs: readonly Pair[],
  measure: Measure,
): Promise<Similarity> {
  const texts = [...pairs.map(({ a }) => a), ...pairs.map(({ b }) => b)];
  const distinct = [...new Set(texts)];
  const positions = new Map(distinct.map((text, position) => [text, position]));
  const positionOf = texts.map((text) => positions.get(text) as number);
  const own = pairs.map(
    (_, i) => [positionOf[i] as number, positionOf[pairs.length + i] as number] as const,
  );
  // A rank asks for the similarity to every text.
  const similarity = await method.compare(distinct, measure === 'MRR' ? undefined : own);
  return (i, j) => similarity(positionOf[i] as number, positionOf[j] as number);
}

function toStatistic(measure: Measure, pairs: readonly Pair[], similarity: Similarity): Statistic {
  if (measure === 'MRR') return meanStatistic(reciprocalRanks(pairs, similarity));
  const scores = pairs.map((_, i) => similarity(i, pairs.length + i));
  const labels = pairs.map(({ isDuplicate }) => isDuplicate);
  if (measure === 'Spearman') return spearmanStatistic(scores, labels);
  return aucStatistic(
    scores,
    labels.map((label) => label >= 0.5),
  );
}
