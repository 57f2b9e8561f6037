import type { ModelIdentity } from '../core/embeddings/encoder';
import type { SensitivityThresholds } from '../core/energies/scoring';
import type { WorkspaceMemory } from '../core/snapshot/workspaceMemory';
import type { TwinFinder } from '../core/twins/finder';
import type { Workspace } from '../core/workspace';
import type { Settings } from '../settings';

/** A finder with its model loaded, and what the server tells people about that model. */
export interface FinderHandle {
  readonly finder: TwinFinder;
  /** What earlier runs found; absent where nothing is kept. */
  readonly memory?: WorkspaceMemory | undefined;
  readonly thresholds: SensitivityThresholds;
  readonly model: ModelIdentity;
  /** What runs the model, for the status bar's tooltip: `wasm`, `javascript`, `tensorflow`. */
  readonly backend: string;
  /** Frees the model. Called once, at shutdown. */
  dispose(): Promise<void>;
}

/** Where the server writes what a maintainer may want to read. */
export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** Everything that differs between Node and other places the server may run in. */
export interface ServerHost {
  /** Shown to clients as `serverInfo.version`. */
  readonly version: string;
  /**
   * Loads the model. Called once, soon after `initialize`.
   *
   * @param cacheFolder where the client wants kept what is found: an absolute path; undefined leaves it to the host.
   * @param log for what is worth a line but no error.
   * @throws Error whose message names the file and the remedy; the server stays up without a model.
   */
  createFinder(cacheFolder: string | undefined, log: Logger): Promise<FinderHandle>;
  /**
   * The files of one workspace folder under its settings (`exclude`, `maxFileSize`).
   *
   * @returns `undefined` for a folder that cannot be walked, such as one of a virtual file system.
   */
  openWorkspace(folderUri: string, settings: Settings): Workspace | undefined;
  /** A predicate for the files of a folder that match one of `globs`. */
  createExcluder(folderUri: string, globs: readonly string[]): (uri: string) => boolean;
  /** The text of a small file such as `.texttwin.json`; `undefined` when there is none. Never throws. */
  readText(uri: string): Promise<string | undefined>;
  /**
   * Called when nothing is left to do: after much was examined and kept, or a little that somebody edited. Absent where
   * memory cannot be given back.
   */
  giveBackMemory?(after: 'much' | 'little'): void;
  /** Used in place of the client's log; absent in the product. */
  readonly logger?: Logger;
}
