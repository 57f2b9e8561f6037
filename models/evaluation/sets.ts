import { existsSync } from 'node:fs';
import path from 'node:path';

/** Area under the ROC curve, Spearman's rank correlation, or mean reciprocal rank. */
export type Measure = 'AUC' | 'Spearman' | 'MRR';

/** A set of labelled pairs; measured on and never trained, tuned or calibrated on. */
export interface EvaluationSet {
  readonly name: string;
  readonly measure: Measure;
  readonly file: string;
}

/** What was not measured, why, and what to do about it. */
export interface Gap {
  readonly names: readonly string[];
  readonly reason: string;
}

/** The sets under `eval/` of the data folder. */
const DATA_SETS: Readonly<Record<string, Measure>> = {
  'javadoc-hard': 'AUC',
  'javadoc-random': 'AUC',
  'cross-docs': 'AUC',
  'stsb-test': 'Spearman',
  'sick-test': 'Spearman',
  'qqp-test': 'AUC',
  'mrpc-test': 'AUC',
  codenn: 'MRR',
  'conala-test': 'MRR',
};

/** The sets written for this project; they are part of the repository. */
const OWN_SETS: Readonly<Record<string, Measure>> = { 'one-fact': 'AUC', adversarial: 'AUC' };

/** How many sets there are, measured or not. */
export const SET_COUNT = Object.keys(DATA_SETS).length + Object.keys(OWN_SETS).length;

/** The sets that are there, and in plain words those that are not. */
export function findSets(
  data: string,
  own: string,
): { readonly sets: readonly EvaluationSet[]; readonly gaps: readonly Gap[] } {
  const places = [
    {
      folder: path.join(data, 'eval'),
      sets: DATA_SETS,
      suffix: '.jsonl.gz',
      remedy: 'the data is not in the repository; pass its folder with --data',
    },
    {
      folder: own,
      sets: OWN_SETS,
      suffix: '.jsonl',
      remedy: 'it is part of the repository; restore it with git checkout',
    },
  ];
  const sets: EvaluationSet[] = [];
  const gaps: Gap[] = [];
  for (const { folder, sets: wanted, suffix, remedy } of places) {
    const missing: string[] = [];
    for (const [name, measure] of Object.entries(wanted)) {
      const file = path.join(folder, name + suffix);
      if (existsSync(file)) sets.push({ name, measure, file });
      else missing.push(name);
    }
    if (missing.length === 0) continue;
    const what = existsSync(folder)
      ? missing.map((name) => name + suffix).join(', ')
      : 'the folder';
    gaps.push({ names: missing, reason: `${folder}: ${what} is missing; ${remedy}` });
  }
  return { sets, gaps };
}
