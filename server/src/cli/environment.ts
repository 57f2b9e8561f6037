import type { EmbeddingOrigin } from '../core/embeddings/cache/segmentHeader';
import type { Encoder, ModelIdentity } from '../core/embeddings/encoder';
import type { SensitivityThresholds } from '../core/energies/scoring';
import type { AnswerMemory } from '../core/snapshot/answerMemory';
import type { WorkspaceMemory } from '../core/snapshot/workspaceMemory';
import type { TwinFinder } from '../core/twins/finder';
import type { FileSystem } from '../node/files/fileSystem';
import type { Terminal } from './terminal';

/** A finder whose model is loaded when it is needed. */
export interface FinderHandle {
  readonly finder: TwinFinder;
  /** What the finder embeds with. */
  readonly encoder: Encoder;
  readonly thresholds: SensitivityThresholds;
  readonly model: ModelIdentity;
  /** What earlier runs found; absent where nothing is kept. */
  readonly memory?: WorkspaceMemory | undefined;
  /** What the last whole scan found; absent where nothing is kept. */
  readonly answers?: AnswerMemory | undefined;
  /** Loads the model and says what runs it: `simd-kernel`, `wasm-simd`, `wasm` or `tensorflow`. @throws Error */
  start(): Promise<string>;
  dispose(): Promise<void>;
}

/** Everything the commands need from outside; tests hand over fakes. */
export interface CliEnvironment {
  readonly terminal: Terminal;
  readonly fileSystem: FileSystem;
  /**
   * Opens the model.
   *
   * @param cacheFolder where embeddings are kept, absolute; by default nowhere.
   * @throws Error whose message names the file and the remedy.
   */
  createFinder(cacheFolder?: string): Promise<FinderHandle>;
  /** Says which model there is, without its weights. @throws as `createFinder` */
  identifyModel(): Promise<EmbeddingOrigin>;
  /** Where embeddings are kept unless the arguments say otherwise, absolute; undefined: nowhere. */
  readonly cacheFolder: string | undefined;
  /** Folder whose `node_modules` may hold a vector engine; absolute. */
  readonly enginesFolder: string;
  /** Runs the language server until its client leaves. */
  startServe(): Promise<void>;
  readonly version: string;
  /** Milliseconds from some fixed moment. */
  now(): number;
}

/** Opens the model, runs `use`, and lets the model go whatever happens. */
export async function withFinder<T>(
  environment: CliEnvironment,
  use: (handle: FinderHandle) => Promise<T>,
): Promise<T> {
  const handle = await environment.createFinder();
  try {
    return await use(handle);
  } finally {
    await handle.dispose();
  }
}
