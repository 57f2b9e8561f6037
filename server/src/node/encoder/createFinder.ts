import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CachedEncoder } from '../../core/embeddings/cache/cachedEncoder';
import type { EmbeddingOrigin } from '../../core/embeddings/cache/segmentHeader';
import type { Encoder, ModelIdentity } from '../../core/embeddings/encoder';
import { describeModel, type ModelDescription } from '../../core/embeddings/modelFiles';
import type { SensitivityThresholds } from '../../core/energies/scoring';
import { AnswerMemory } from '../../core/snapshot/answerMemory';
import { WorkspaceMemory } from '../../core/snapshot/workspaceMemory';
import { createTwinFinder } from '../../core/twins/createTwinFinder';
import type { RestorableFinder, TwinFinder } from '../../core/twins/finder';
import { FolderStore } from '../cache/folderStore';
import { keysOf } from '../cache/keysOf';
import { SnapshotFiles } from '../cache/snapshotFiles';
import { EncoderPool, threadsOf } from './encoderPool';
import { LateEncoder } from './lateEncoder';
import { modelFolder } from './modelFolder';

/** A finder on a model of which the manifest is read; the rest follows once something is to be embedded. */
export interface LateFinder {
  readonly finder: TwinFinder;
  /** What the finder embeds with. */
  readonly encoder: Encoder;
  readonly thresholds: SensitivityThresholds;
  readonly model: ModelIdentity;
  /** What earlier runs found, where a cache is kept. */
  readonly memory: WorkspaceMemory | undefined;
  /** What the last whole scan found, where a cache is kept. */
  readonly answers: AnswerMemory | undefined;
  /** Loads the model, and says what it runs on. @throws Error as `createFinder` */
  start(): Promise<string>;
  dispose(): Promise<void>;
}

/** A finder on a model that is loaded and verified. */
export interface NodeFinder extends LateFinder {
  readonly backend: string;
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
  /** Whether nobody works beside it: then no core is left free. */
  readonly isAlone?: boolean;
}

/**
 * Loads the model in worker threads and makes a finder on it. Script, WASM and model lie beside the bundle.
 *
 * @throws Error whose message names the file that is missing or damaged, and the remedy.
 */
export async function createFinder(options: NodeFinderOptions = {}): Promise<NodeFinder> {
  const late = await createLateFinder(options);
  return { ...late, backend: await late.start() };
}

/**
 * Makes a finder whose model is loaded when it is needed: where all is known from earlier runs, it never is.
 *
 * @throws Error whose message names the model's manifest where that is missing or damaged, and the remedy.
 */
export async function createLateFinder(options: NodeFinderOptions = {}): Promise<LateFinder> {
  const modelDir = modelFolderOf(options);
  const description = await describeModel(modelFolder(modelDir));
  const { identity, manifest, calibration } = description;
  const { energy, thresholds, embeddingSize } = manifest;
  const late = new LateEncoder(identity, embeddingSize, () =>
    EncoderPool.start(
      { scriptDir: __dirname, modelDir, threads: threadsOf(options) },
      identity,
      embeddingSize,
    ),
  );
  const store = await openStore(options, description);
  const encoder = store ? new CachedEncoder(late, store, keysOf) : late;
  const finder = createTwinFinder(encoder, { energy, calibration, thresholds });
  return {
    encoder,
    finder,
    thresholds,
    model: identity,
    ...(await openMemories(options, finder, identity)),
    start: () => late.start(),
    dispose: () => encoder.dispose(),
  };
}

/** Snapshots are of this very program: what another makes of a file may differ. */
async function openMemories(
  { cache, warn = () => {} }: NodeFinderOptions,
  finder: RestorableFinder,
  model: ModelIdentity,
): Promise<Pick<LateFinder, 'memory' | 'answers'>> {
  if (!cache) return { memory: undefined, answers: undefined };
  const program = createHash('sha256')
    .update(await readFile(__filename))
    .digest('hex');
  const files = new SnapshotFiles({ folder: cache.folder, warn });
  const maker = `${program} ${model.sha256}`;
  return {
    memory: new WorkspaceMemory(finder, files, maker, keysOf),
    answers: new AnswerMemory(files, maker),
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

async function openStore(
  { cache, warn = () => {} }: NodeFinderOptions,
  { identity, manifest }: ModelDescription,
): Promise<FolderStore | undefined> {
  if (!cache) return undefined;
  const dimensions = manifest.embeddingSize;
  return FolderStore.open({ ...cache, origin: { model: identity, dimensions }, warn });
}
