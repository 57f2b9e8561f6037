import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Encoder } from '../../server/src/core/embeddings/encoder';
import { energies } from '../../server/src/core/energies/energy';
import { tokenJaccard } from './baselines';
import { auc, spearman } from './metrics';
import { type Pair, readPairs } from './pairFiles';

type Measure = 'AUC' | 'Spearman';

/** The sets under `eval/`; they are measured on and never trained, tuned or calibrated on. */
const SETS: readonly { readonly name: string; readonly measure: Measure }[] = [
  { name: 'javadoc-hard', measure: 'AUC' },
  { name: 'javadoc-random', measure: 'AUC' },
  { name: 'cross-docs', measure: 'AUC' },
  { name: 'stsb-test', measure: 'Spearman' },
  { name: 'sick-test', measure: 'Spearman' },
  { name: 'qqp-test', measure: 'AUC' },
  { name: 'mrpc-test', measure: 'AUC' },
];

/** One line of the table. */
export interface EvaluationRow {
  readonly set: string;
  readonly measure: Measure;
  readonly pairs: number;
  readonly ours: number;
  readonly jaccard: number;
}

/**
 * Measures the encoder and the baseline on every set under `folder`/eval, in one run.
 *
 * @throws Error naming the first file that is missing.
 */
export async function* evaluate(encoder: Encoder, folder: string): AsyncGenerator<EvaluationRow> {
  for (const { name, measure } of SETS) {
    const file = path.join(folder, 'eval', `${name}.jsonl.gz`);
    if (!existsSync(file)) {
      throw new Error(
        `${file} is missing: pass the data folder with --data (the data is not in the repository)`,
      );
    }
    const pairs = await readPairs(file);
    const similarity = await negatedEnergies(encoder, pairs);
    const overlap = pairs.map(({ a, b }) => tokenJaccard(a, b));
    yield {
      set: name,
      measure,
      pairs: pairs.length,
      ours: score(measure, similarity, pairs),
      jaccard: score(measure, overlap, pairs),
    };
  }
}

async function negatedEnergies(encoder: Encoder, pairs: readonly Pair[]): Promise<number[]> {
  const a = await encoder.encode(pairs.map((pair) => pair.a));
  const b = await encoder.encode(pairs.map((pair) => pair.b));
  return pairs.map((_, i) => -energies.euclidean(a[i] as Float32Array, b[i] as Float32Array));
}

function score(measure: Measure, scores: readonly number[], pairs: readonly Pair[]): number {
  const labels = pairs.map((pair) => pair.isDuplicate);
  return measure === 'AUC'
    ? auc(
        scores,
        labels.map((label) => label >= 0.5),
      )
    : spearman(scores, labels);
}
