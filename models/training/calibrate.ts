import type { CalibrationTable } from '../../server/src/core/energies/calibration';
import type { ScoredPair } from './validation';

/** Candidates per bin before neighbouring bins are pooled. */
const BIN = 120;
/** Smallest fall of similarity between knots: keeps the curve strictly monotone, so ranks survive it. */
const MIN_FALL = 1e-4;
/** Share of reported candidates that are genuine, per sensitivity. */
export const PRECISION = { strict: 0.99, balanced: 0.97, loose: 0.9 } as const;

export type Thresholds = Readonly<Record<keyof typeof PRECISION, number>>;

/**
 * Fits similarity = P(genuine | energy) on held-out candidates: equal-count bins, pooled until they fall
 * (isotonic regression by pool-adjacent-violators), knots at the bins' mean energies.
 *
 * @param largest the largest energy there can be: similarity 0
 */
export function fitCalibration(pairs: readonly ScoredPair[], largest: number): CalibrationTable {
  const sorted = [...pairs].sort((x, y) => x.energy - y.energy);
  const bins: Bin[] = [];
  for (let start = 0; start < sorted.length; start += BIN) {
    bins.push(toBin(sorted.slice(start, start + BIN)));
  }
  const pooled = poolViolators(bins);
  const energy = [0];
  const similarity = [1];
  for (const bin of pooled) {
    const knotEnergy = bin.energySum / bin.count;
    const knot = Math.min((similarity.at(-1) as number) - MIN_FALL, bin.genuine / bin.count);
    if (knotEnergy <= (energy.at(-1) as number) || knot <= MIN_FALL || knotEnergy >= largest)
      continue;
    energy.push(round(knotEnergy));
    similarity.push(round(knot));
  }
  return { energy: [...energy, largest], similarity: [...similarity, 0] };
}

/**
 * For each precision, the largest energy up to which that share of the candidates is genuine, by its lower bound
 * (Wilson's, one standard error): of the many energies tried, the luckiest would not hold on other pairs.
 *
 * @throws Error when no energy reaches the lowest precision: such a model must not be shipped.
 */
export function chooseEnergies(pairs: readonly ScoredPair[]): Thresholds {
  const sorted = [...pairs].sort((x, y) => x.energy - y.energy);
  const chosen = { strict: 0, balanced: 0, loose: 0 };
  let genuine = 0;
  sorted.forEach((pair, i) => {
    if (pair.isDuplicate) genuine++;
    const precision = lowerBound(genuine, i + 1);
    for (const name of Object.keys(PRECISION) as (keyof typeof PRECISION)[]) {
      if (precision >= PRECISION[name]) chosen[name] = pair.energy;
    }
  });
  if (chosen.loose === 0) throw new Error('no threshold reaches the precision of "loose"');
  return chosen;
}

/** The share `hits` of `trials`, less one standard error, after Wilson (1927). */
function lowerBound(hits: number, trials: number): number {
  const share = hits / trials;
  const error = Math.sqrt((share * (1 - share)) / trials + 1 / (4 * trials * trials));
  return (share + 1 / (2 * trials) - error) / (1 + 1 / trials);
}

interface Bin {
  readonly count: number;
  readonly genuine: number;
  readonly energySum: number;
}

function toBin(pairs: readonly ScoredPair[]): Bin {
  return {
    count: pairs.length,
    genuine: pairs.filter((pair) => pair.isDuplicate).length,
    energySum: pairs.reduce((sum, pair) => sum + pair.energy, 0),
  };
}

function poolViolators(bins: readonly Bin[]): Bin[] {
  const pooled: Bin[] = [];
  for (let bin of bins) {
    for (let last = pooled.at(-1); last && rate(last) <= rate(bin); last = pooled.at(-1)) {
      pooled.pop();
      bin = {
        count: last.count + bin.count,
        genuine: last.genuine + bin.genuine,
        energySum: last.energySum + bin.energySum,
      };
    }
    pooled.push(bin);
  }
  return pooled;
}

const rate = (bin: Bin) => bin.genuine / bin.count;
const round = (value: number) => Math.round(value * 1e5) / 1e5;
