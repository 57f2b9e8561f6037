import { Calibration, type CalibrationTable } from '../energies/calibration';
import { type EnergyName, isEnergyName } from '../energies/energy';
import type { SensitivityThresholds } from '../energies/scoring';
import type { NetworkSizes } from './network';

/** A file of the model folder as it must be. */
export interface ModelFile {
  readonly path: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** The contents of `manifest.json`: what the model is, how to check it, and how to read its energies. */
export interface Manifest {
  readonly id: string;
  readonly version: string;
  readonly licence: string;
  readonly sizes: NetworkSizes;
  /** Length of a passage's embedding; the same as `sizes.dimensions`. */
  readonly embeddingSize: number;
  /** Longer token sequences are embedded in windows of this many tokens. */
  readonly window: number;
  readonly energy: EnergyName;
  /** E beyond which an imposite pair cost nothing in training. */
  readonly margin: number;
  readonly files: readonly ModelFile[];
  readonly tokenizerSha256: string;
  readonly calibration: CalibrationTable;
  readonly thresholds: SensitivityThresholds;
  readonly training: {
    readonly seed: number;
    readonly steps: number;
    readonly data: readonly {
      readonly name: string;
      readonly licence: string;
      readonly pairs: number;
    }[];
  };
  /** Figures on held-out training pairs. */
  readonly figures: Readonly<Record<string, number>>;
}

/** The files that every model consists of, besides the manifest. */
export const MODEL_FILES = ['model.json', 'weights.bin', 'tokenizer.json'] as const;

/**
 * Reads a manifest from parsed JSON.
 *
 * @throws Error saying which entry is wrong; the caller names the file.
 */
export function manifestFrom(json: unknown): Manifest {
  const manifest = json as Manifest;
  const check = (entry: string, holds: boolean): void => {
    if (!holds) throw new Error(`"${entry}" is missing or not what it should be`);
  };
  check('manifest', typeof json === 'object' && json !== null);
  check('id', isText(manifest.id));
  check('version', isText(manifest.version));
  for (const name of ['vocabulary', 'embedding', 'units', 'dimensions'] as const) {
    check(`sizes.${name}`, isCount(manifest.sizes?.[name]));
  }
  check('embeddingSize', manifest.embeddingSize === manifest.sizes.dimensions);
  check('window', isCount(manifest.window));
  check('energy', isEnergyName(manifest.energy));
  check('files', Array.isArray(manifest.files));
  for (const name of MODEL_FILES) {
    const file = manifest.files.find(({ path }) => path === name);
    check(`files: ${name}`, !!file && isCount(file.bytes) && /^[0-9a-f]{64}$/.test(file.sha256));
  }
  for (const name of ['strict', 'balanced', 'loose'] as const) {
    check(`thresholds.${name}`, isSimilarity(manifest.thresholds?.[name]));
  }
  check('calibration', Array.isArray(manifest.calibration?.energy));
  check('calibration', Array.isArray(manifest.calibration.similarity));
  new Calibration(manifest.calibration);
  return manifest;
}

const isText = (value: unknown) => typeof value === 'string' && value !== '';
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) > 0;
const isSimilarity = (value: unknown) => typeof value === 'number' && value >= 0 && value <= 1;
