import path from 'node:path';
import { CachedEncoder } from '../../core/embeddings/cache/cachedEncoder';
import type { EmbeddingOrigin } from '../../core/embeddings/cache/segmentHeader';
import type { Encoder, ModelIdentity } from '../../core/embeddings/encoder';
import { describeModel, type ModelDescription } from '../../core/embeddings/modelFiles';
import type { SensitivityThresholds } from '../../core/energies/scoring';
import { createTwinFinder } from '../../core/twins/createTwinFinder';
import type { TwinFinder } from '../../core/twins/finder';
import { FolderStore } from '../cache/folderStore';
import { keysOf } from '../cache/keysOf';
import { EncoderPool } from './encoderPool';
import { modelFolder } from './modelFolder';

/** A finder on a model that is loaded and verified. */
export interface NodeFinder {
  readonly finder: TwinFinder;
  /** What the finder embeds with. */
  readonly encoder: Encoder;
  readonly thresholds: SensitivityThresholds;
  readonly model: ModelIdentity;
  readonly backend: string;
  dispose(): Promise<void>;
}

/** Folders of the embedding cache, absolute. */
export interface CacheFolders {
  readonly folder: string;
  /** Read as well, never written. */
  readonly alsoRead?: readonly string[];
}

export interface NodeFinderOptions {
  /** Absolute or relative to the working folder; by default the model that is bundled. */
  readonly modelDir?: string;
  /** Where embeddings are kept for the next start; absent: nowhere. */
  readonly cache?: CacheFolders | undefined;
  /** Told in a sentence why embeddings are not kept. */
  readonly warn?: (message: string) => void;
}

/**
 * Loads the model in worker threads and makes a finder on it. Script, WASM and model lie beside the bundle.
 *
 * @throws Error whose message names the file that is missing or damaged, and the remedy.
 */
export async function createFinder(options: NodeFinderOptions = {}): Promise<NodeFinder> {
  const modelDir = modelFolderOf(options);
  const description = await describeModel(modelFolder(modelDir));
  const { identity, manifest, calibration } = description;
  const starting = EncoderPool.start(
    { scriptDir: __dirname, modelDir },
    identity,
    manifest.embeddingSize,
  );
  const [pool, store] = await Promise.all([starting, openStore(options, description)]);
  const encoder = store ? new CachedEncoder(pool, store, keysOf) : pool;
  const { energy, thresholds } = manifest;
  return {
    encoder,
    finder: createTwinFinder(encoder, { energy, calibration, thresholds }),
    thresholds,
    model: identity,
    backend: pool.backend,
    dispose: () => encoder.dispose(),
  };
}

/** Says which model there is, without loading its weights. @throws as `createFinder` */
export async function identifyModel(options: NodeFinderOptions = {}): Promise<EmbeddingOrigin> {
  const { identity, manifest } = await describeModel(modelFolder(modelFolderOf(options)));
  return { model: identity, dimensions: manifest.embeddingSize };
}

function modelFolderOf({ modelDir }: NodeFinderOptions): string {
  return path.resolve(modelDir ?? path.join(__dirname, 'encoder'));
}

/** Opens while the worker loads the model. */
async function openStore(
  { cache, warn = () => {} }: NodeFinderOptions,
  { identity, manifest }: ModelDescription,
): Promise<FolderStore | undefined> {
  if (!cache) return undefined;
  const dimensions = manifest.embeddingSize;
  return FolderStore.open({ ...cache, origin: { model: identity, dimensions }, warn });
}
