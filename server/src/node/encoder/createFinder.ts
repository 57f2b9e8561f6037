import path from 'node:path';
import type { ModelIdentity } from '../../core/embeddings/encoder';
import { describeModel } from '../../core/embeddings/loadModel';
import type { SensitivityThresholds } from '../../core/energies/scoring';
import { createTwinFinder } from '../../core/twins/createTwinFinder';
import type { TwinFinder } from '../../core/twins/finder';
import { modelFolder } from './modelFolder';
import { WorkerEncoder } from './workerEncoder';

/** A finder on a model that is loaded and verified. */
export interface NodeFinder {
  readonly finder: TwinFinder;
  readonly thresholds: SensitivityThresholds;
  readonly model: ModelIdentity;
  readonly backend: string;
  dispose(): Promise<void>;
}

export interface NodeFinderOptions {
  /** Absolute or relative to the working folder; by default the model that is bundled. */
  readonly modelDir?: string;
}

/**
 * Loads the model in a worker thread and makes a finder on it. Script, WASM and model lie beside the bundle.
 *
 * @throws Error whose message names the file that is missing or damaged, and the remedy.
 */
export async function createFinder(options: NodeFinderOptions = {}): Promise<NodeFinder> {
  const modelDir = path.resolve(options.modelDir ?? path.join(__dirname, 'encoder'));
  const { identity, manifest, calibration } = await describeModel(modelFolder(modelDir));
  const encoder = await WorkerEncoder.start(
    path.join(__dirname, 'worker.js'),
    { modelDir, wasmDir: path.join(__dirname, 'wasm') },
    identity,
    manifest.embeddingSize,
  );
  const { energy, thresholds } = manifest;
  return {
    finder: createTwinFinder(encoder, { energy, calibration, thresholds }),
    thresholds,
    model: identity,
    backend: encoder.backend,
    dispose: () => encoder.dispose(),
  };
}
