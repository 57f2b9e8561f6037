import type { Calibration } from './calibration';
import { type Energy, type EnergyName, energies } from './energy';

/** A similarity threshold per sensitivity, in [0, 1]. */
export interface SensitivityThresholds {
  readonly strict: number;
  readonly balanced: number;
  readonly loose: number;
}

/** How sure of a warning people want it to be. */
export type Sensitivity = keyof SensitivityThresholds;

/** How a model's embeddings are compared. */
export interface Scoring {
  readonly energy: EnergyName;
  readonly calibration: Calibration;
  readonly thresholds: SensitivityThresholds;
}

/** The energy function of a scoring. */
export function energyOf({ energy }: Scoring): Energy {
  return energies[energy];
}

/**
 * The Euclidean distance beyond which no pair of unit vectors can have an energy of `radius` or less: what a
 * Euclidean index must be asked for.
 */
export function euclideanReach(energy: EnergyName, radius: number): number {
  // On unit vectors 1 − cos = ‖a − b‖² / 2; and ‖·‖₂ ≤ ‖·‖₁ everywhere.
  return energy === 'cosine' ? Math.sqrt(2 * radius) : radius;
}
