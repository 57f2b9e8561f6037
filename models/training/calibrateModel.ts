import type { CalibrationTable } from '../../server/src/core/energies/calibration';
import { Calibration } from '../../server/src/core/energies/calibration';
import type { SensitivityThresholds } from '../../server/src/core/energies/scoring';
import {
  expectedCalibrationError,
  type JudgedSimilarity,
  type Reliability,
} from '../evaluation/reliability';
import { chooseEnergies, fitCalibration, type PRECISION, type Thresholds } from './calibrate';
import type { HeldOut } from './corpus';
import { fractionOf } from './random';
import { type Comparer, type ScoredPair, scoreCandidates } from './validation';

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
    .reduce(
      (sum, { source, heldOut }) =>
        sum + heldOut.filter((pair) => source.calibrates?.(pair)).length,
      0,
    );
  // Each held-out pair gives two candidates, to one of the halves; those equal in wording give one.
  if (count >= 1.5 * LEAST_CANDIDATES) return;
  throw new Error(
    `too few held-out pairs to calibrate on (${count}, ${1.5 * LEAST_CANDIDATES} are needed): ` +
      'give more pairs, or go on from a finished model with --from models/encoder',
  );
}

/** How a model's energies are to be read, and how well that holds. */
export interface CalibratedModel {
  /** Fitted on all held-out candidates. */
  readonly calibration: CalibrationTable;
  readonly thresholds: SensitivityThresholds;
  /** Candidates it was fitted on. */
  readonly candidates: number;
  /** Each half judged by what was fitted on the other: similarity against the share of duplicates. */
  readonly reliability: Reliability;
  /** Likewise: the share of duplicates among those that the thresholds chosen on the other half report. */
  readonly precision: Readonly<Record<Sensitivity, number>>;
}

type Sensitivity = keyof typeof PRECISION;

/** What is fitted on candidates. */
interface Fit {
  readonly calibration: CalibrationTable;
  readonly curve: Calibration;
  readonly energies: Thresholds;
}

/**
 * Fits the similarity curve and chooses the thresholds on the held-out pairs. How well that holds on pairs it was
 * not fitted on is checked by doing the same on each half of them and looking at the other (two-fold
 * cross-validation; an API member is on one side only).
 *
 * @param largest the largest energy there can be
 * @returns undefined where there are too few held-out pairs
 */
export async function calibrateModel(
  pairs: readonly HeldOut[],
  comparer: Comparer,
  largest: number,
): Promise<CalibratedModel | undefined> {
  const halves = [
    await scoreCandidates(halfOf(pairs, true), comparer),
    await scoreCandidates(halfOf(pairs, false), comparer),
  ] as const;
  if (Math.min(halves[0].length, halves[1].length) < LEAST_CANDIDATES) return undefined;
  const { calibration, curve, energies } = fitTo(halves.flat(), largest);
  const [first, second] = halves.map((half) => fitTo(half, largest)) as [Fit, Fit];
  return {
    calibration,
    thresholds: each((name) => round(curve.similarityAt(energies[name]))),
    candidates: halves.flat().length,
    reliability: expectedCalibrationError([
      ...judge(halves[0], second.curve),
      ...judge(halves[1], first.curve),
    ]),
    precision: each((name) => {
      const reported = [
        ...halves[0].filter(({ energy }) => energy <= second.energies[name]),
        ...halves[1].filter(({ energy }) => energy <= first.energies[name]),
      ];
      return round(reported.filter(({ isDuplicate }) => isDuplicate).length / reported.length);
    }),
  };
}

function halfOf(pairs: readonly HeldOut[], wanted: boolean): HeldOut[] {
  return pairs.map(({ source, heldOut }) => ({
    source,
    heldOut: heldOut.filter((pair) => {
      const side = fractionOf(`side of ${String(pair.extra.key ?? pair.a)}`) < 0.5;
      return side === wanted;
    }),
  }));
}

function fitTo(candidates: readonly ScoredPair[], largest: number): Fit {
  const calibration = fitCalibration(candidates, largest);
  return {
    calibration,
    curve: new Calibration(calibration),
    energies: chooseEnergies(candidates),
  };
}

function judge(candidates: readonly ScoredPair[], curve: Calibration): JudgedSimilarity[] {
  return candidates.map(({ energy, isDuplicate }) => ({
    similarity: curve.similarityAt(energy),
    isDuplicate,
  }));
}

function each<T>(make: (name: Sensitivity) => T): Readonly<Record<Sensitivity, T>> {
  return { strict: make('strict'), balanced: make('balanced'), loose: make('loose') };
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
