import { Calibration } from '../../server/src/core/energies/calibration';
import type { Scoring } from '../../server/src/core/energies/scoring';
import { disabledFilters } from '../../server/src/core/filters/allFilters';
import type { PassageKind } from '../../server/src/core/passages/passage';
import { createTwinFinder } from '../../server/src/core/twins/createTwinFinder';
import type { TwinFinder } from '../../server/src/core/twins/finder';
import type { Policy } from '../../server/src/core/twins/placed/policy';
import { BagOfWordsEncoder } from './bagOfWordsEncoder';

/** Similarity falls by a half for each unit of energy. */
export const bagOfWordsScoring: Scoring = {
  energy: 'euclidean',
  calibration: new Calibration({ energy: [0, 1, 2], similarity: [1, 0.5, 0] }),
  thresholds: { strict: 0.9, balanced: 0.8, loose: 0.7 },
};

/** A policy that reports every kind of passage of three words or more. */
export const allPassages: Policy = {
  threshold: 0.8,
  minWords: 3,
  kinds: new Set<PassageKind>(['comment', 'doc', 'markdown', 'text']),
  scope: 'workspace',
  disabledFilters: disabledFilters('loose'),
};

/** A real finder in which texts that share words are near. */
export function bagOfWordsFinder(): TwinFinder {
  return createTwinFinder(new BagOfWordsEncoder(), bagOfWordsScoring);
}

/** A real finder that has settled on files given by name and text. */
export async function settledFinder(
  files: Readonly<Record<string, string>>,
  languageId = 'typescript',
  policy: Partial<Policy> = {},
): Promise<TwinFinder> {
  const finder = bagOfWordsFinder();
  for (const [uri, text] of Object.entries(files)) {
    finder.setDocument({ uri, languageId, text, policy: { ...allPassages, ...policy } });
  }
  await finder.settle();
  return finder;
}
