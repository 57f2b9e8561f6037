import type { CalibrationTable } from '../../server/src/core/energies/calibration';
import { Calibration } from '../../server/src/core/energies/calibration';
import type { SensitivityThresholds } from '../../server/src/core/energies/scoring';
import { expectedCalibrationError, type Reliability } from '../evaluation/reliability';
import { chooseEnergies, fitCalibration, type PRECISION } from './calibrate';
import type { HeldOut } from './corpus';
import { fractionOf } from './random';
import { type Comparer, scoreCandidates } from './validation';

/** Fewer candidates than this say too little of how energies and duplicates go together. */
const LEAST_CANDIDATES = 400;

/**
 * Says before a long run that there would be too little to calibrate on at its end.
 *
 * @throws Error with the number of pairs that are held out and that are needed.
 */
export function requireCandidates(pairs: readonly HeldOut[]): void {
  const count = pairs
    .filter(({ source }) => source.calibrates)
    .reduce((sum, { heldOut }) => sum + heldOut.length, 0);
  // Each held-out pair gives two candidates, to one of the halves; those equal in wording give one.
  if (count >= 1.5 * LEAST_CANDIDATES) return;
  throw new Error(
    `too few held-out pairs to calibrate on (${count}, ${1.5 * LEAST_CANDIDATES} are needed): ` +
      'give more pairs, or go on from a finished model with --from models/encoder',
  );
}

/** How a model's energies are to be read, and how well that holds. */
export interface CalibratedModel {
  readonly calibration: CalibrationTable;
  readonly thresholds: SensitivityThresholds;
  /** Candidates it was fitted on. */
  readonly candidates: number;
  /** On held-out pairs that the curve was not fitted on: similarity against the share of duplicates. */
  readonly reliability: Reliability;
  /** On the same pairs: the share of duplicates among those above each threshold. */
  readonly precision: Readonly<Record<keyof typeof PRECISION, number>>;
}

/**
 * Fits the similarity curve and chooses the thresholds on one half of the held-out pairs, and checks both on the
 * other half.
 *
 * @param largest the largest energy there can be
 * @returns undefined where there are too few held-out pairs
 */
export async function calibrateModel(
  pairs: readonly HeldOut[],
  comparer: Comparer,
  largest: number,
): Promise<CalibratedModel | undefined> {
  const half = (wanted: boolean) =>
    pairs.map(({ source, heldOut }) => ({
      source,
      heldOut: heldOut.filter((pair) => {
        const side = fractionOf(`side of ${String(pair.extra.key ?? pair.a)}`) < 0.5;
        return side === wanted;
      }),
    }));
  const fitted = await scoreCandidates(half(true), comparer);
  const checked = await scoreCandidates(half(false), comparer);
  if (Math.min(fitted.length, checked.length) < LEAST_CANDIDATES) return undefined;
  const calibration = fitCalibration(fitted, largest);
  const curve = new Calibration(calibration);
  const energies = chooseEnergies(fitted);
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  const each = <T>(make: (name: keyof typeof PRECISION) => T) => ({
    strict: make('strict'),
    balanced: make('balanced'),
    loose: make('loose'),
  });
  const precisionAt = (energy: number) => {
    const reported = checked.filter((pair) => pair.energy <= energy);
    return reported.filter(({ isDuplicate }) => isDuplicate).length / reported.length;
  };
  return {
    calibration,
    thresholds: each((name) => round(curve.similarityAt(energies[name]))),
    candidates: fitted.length,
    reliability: expectedCalibrationError(
      checked.map(({ energy, isDuplicate }) => ({
        similarity: curve.similarityAt(energy),
        isDuplicate,
      })),
    ),
    precision: each((name) => round(precisionAt(energies[name]))),
  };
}
