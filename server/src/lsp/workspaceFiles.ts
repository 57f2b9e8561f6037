import type { FileStamp, Workspace, WorkspaceFile } from '../core/workspace';
import type { Folders } from './folders';
import type { Logger, ServerHost } from './host';
import type { SettingsStore } from './settingsStore';
import { isInside, keyOf } from './uris';
import { WalkStamps } from './walkStamps';

/** How the list of files differs from the one before. */
export interface FilesChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly stamps: WalkStamps;
}

interface KnownFile extends WorkspaceFile {
  readonly workspace: Workspace;
}

/** The files on disk of all workspace folders, by key. */
export class WorkspaceFiles {
  readonly #folders: Folders;
  readonly #settings: SettingsStore;
  readonly #host: ServerHost;
  readonly #log: Logger;
  #files = new Map<string, KnownFile>();
  #workspaces: readonly Workspace[] = [];
  /** Of the walk that began last. */
  #stamps = new WalkStamps();

  constructor(folders: Folders, settings: SettingsStore, host: ServerHost, log: Logger) {
    this.#folders = folders;
    this.#settings = settings;
    this.#host = host;
    this.#log = log;
  }

  get keys(): Iterable<string> {
    return this.#files.keys();
  }

  has(key: string): boolean {
    return this.#files.has(key);
  }

  /** The files that are, or lie in, what has this key. */
  within(key: string): string[] {
    return [...this.#files.keys()].filter((file) => isInside(key, file));
  }

  /** What was passed over since the last `walk`, by key. */
  get skipped(): ReadonlyMap<string, string> {
    const all = this.#workspaces.flatMap(({ skipped }) => skipped);
    return new Map(all.map(({ uri, reason }) => [keyOf(uri), reason]));
  }

  /**
   * Lists the files of all folders again. A file of two folders belongs to the inner one. A folder that
   * cannot be walked is logged and counts as empty.
   *
   * @throws AbortError when `signal` is aborted; the list stays as it was.
   */
  async walk(signal: AbortSignal): Promise<FilesChange> {
    const files = new Map<string, KnownFile>();
    const stamps = new WalkStamps();
    this.#stamps = stamps;
    const workspaces: Workspace[] = [];
    for (const folder of this.#folders.keys) {
      const { settings } = await this.#settings.ofFolder(folder);
      const workspace = this.#host.openWorkspace(folder, settings);
      if (!workspace) continue;
      workspaces.push(workspace);
      try {
        for await (const file of workspace.files(signal)) {
          const key = keyOf(file.uri);
          if (files.has(key)) continue;
          files.set(key, { uri: file.uri, languageId: file.languageId, workspace });
          stamps.meet(key, file.stamp);
        }
      } catch (error) {
        signal.throwIfAborted();
        this.#log.error(`Could not list the files of ${folder}: ${(error as Error).message}`);
      }
      signal.throwIfAborted();
    }
    const before = this.#files;
    this.#files = files;
    this.#workspaces = workspaces;
    return {
      added: [...files.keys()].filter((key) => !before.has(key)),
      removed: [...before.keys()].filter((key) => !files.has(key)),
      stamps,
    };
  }

  /** A file's language and text, or `undefined` when it is not of the workspace or is passed over. */
  async read(key: string): Promise<{ languageId: string; text: string } | undefined> {
    const file = this.#files.get(key);
    if (!file) return undefined;
    const content = await file.workspace.read(file.uri);
    return 'text' in content ? { languageId: file.languageId, text: content.text } : undefined;
  }

  /** Takes note that a file has changed: what a walk saw of it no longer holds. */
  touch(key: string): void {
    this.#stamps.touch(key);
  }

  /**
   * A file's stamp on disk; undefined where there is none to be trusted.
   *
   * @param stamps what a walk has just seen; of use unless another has begun, which alone is told of changes.
   */
  async stampOf(key: string, stamps?: WalkStamps): Promise<FileStamp | undefined> {
    const walked = this.#stamps === stamps ? stamps.of(key) : undefined;
    if (walked) return walked;
    const file = this.#files.get(key);
    return file?.workspace.stampOf?.(file.uri);
  }

  /** A file's language; undefined when it is not of the workspace. */
  languageOf(key: string): string | undefined {
    return this.#files.get(key)?.languageId;
  }

  /** Takes files off the list, after they were deleted. */
  drop(keys: Iterable<string>): void {
    for (const key of keys) this.#files.delete(key);
  }
}
