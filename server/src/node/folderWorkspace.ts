import { languageOf } from '../core/passages/languages';
import type { FileStamp, SkippedFile, Workspace, WorkspaceFile } from '../core/workspace';
import { decodeText } from './files/decodeText';
import { explainFileError, systemCodeOf } from './files/fileErrors';
import { type FileFacts, type FileSystem, nodeFileSystem } from './files/fileSystem';
import { explainMinified } from './files/minified';
import type { PathFilter } from './files/pathFilters';
import { toPath, toUri } from './files/paths';
import { describeSize } from './files/sizes';
import { walkFolder } from './files/walk';

/**
 * A file that was modified this many milliseconds ago or less may be modified again without its times showing it: some
 * disks tell the time in steps of two seconds.
 */
const RACY = 2000;

/** What a `FolderWorkspace` offers. */
export interface FolderWorkspaceOptions {
  /** Absolute path of a folder, or of one file, which is then offered whatever ignore files say. */
  readonly root: string;
  /** Bytes; larger files are passed over. */
  readonly maxFileSize: number;
  /**
   * What the project leaves out (`textTwin.exclude`); does not hold for a file that is the root
   * itself.
   */
  readonly excludes?: PathFilter | undefined;
  /** What the caller leaves out (`--exclude`); holds for every file. */
  readonly drops?: PathFilter | undefined;
  /** What the caller restricts the files to (`--include`); holds for every file. */
  readonly keeps?: PathFilter | undefined;
  readonly fileSystem?: FileSystem;
}

/** The files of one folder on disk, or one file. Nothing is kept of the files' contents. */
export class FolderWorkspace implements Workspace {
  readonly #options: FolderWorkspaceOptions;
  readonly #fileSystem: FileSystem;
  readonly #skipped = new Map<string, SkippedFile>();
  readonly #failures = new Map<string, SkippedFile>();
  /** The file that was offered last: a scan reads it at once, and need not ask for its facts again. */
  #offered: { readonly path: string; readonly facts: FileFacts } | undefined;

  constructor(options: FolderWorkspaceOptions) {
    this.#options = options;
    this.#fileSystem = options.fileSystem ?? nodeFileSystem;
  }

  get skipped(): readonly SkippedFile[] {
    return [...this.#skipped.values()];
  }

  /**
   * The part of `skipped` that the machine refused to read, rather than what is no text to scan.
   */
  get failures(): readonly SkippedFile[] {
    return [...this.#failures.values()];
  }

  /** @throws AbortError */
  async *files(signal?: AbortSignal): AsyncGenerator<WorkspaceFile> {
    const { root, drops, keeps } = this.#options;
    for await (const path of this.#paths(signal)) {
      signal?.throwIfAborted();
      const languageId = languageOf(path) ?? (path === root ? 'plaintext' : undefined);
      if (languageId === undefined || drops?.(path) || (keeps && !keeps(path))) continue;
      const facts = await this.#factsOf(path);
      if (typeof facts === 'string') continue;
      this.#offered = { path, facts };
      yield { uri: toUri(path), languageId, stamp: stampOf(facts) };
      this.#offered = undefined;
    }
  }

  async read(uri: string): Promise<{ readonly text: string } | { readonly skipped: string }> {
    const path = toPath(uri);
    const facts = this.#offered?.path === path ? this.#offered.facts : await this.#factsOf(path);
    if (typeof facts === 'string') return { skipped: facts };
    try {
      const decoded = decodeText(await this.#fileSystem.read(path));
      if ('skipped' in decoded) return { skipped: this.#note(path, decoded.skipped) };
      const minified = explainMinified(decoded.text, languageOf(path) ?? 'plaintext');
      return minified === undefined ? decoded : { skipped: this.#note(path, minified) };
    } catch (error) {
      return { skipped: this.#noteError(path, error) };
    }
  }

  async stampOf(uri: string): Promise<FileStamp | undefined> {
    const facts = await this.#fileSystem.facts(toPath(uri)).catch(() => undefined);
    return facts?.isFile ? stampOf(facts) : undefined;
  }

  async *#paths(signal?: AbortSignal): AsyncGenerator<string> {
    const { root, excludes, drops } = this.#options;
    const facts = await this.#fileSystem.facts(root).catch((error: unknown) => {
      this.#noteError(root, error);
    });
    if (facts?.isFile) yield root;
    if (!facts?.isDirectory) return;
    yield* walkFolder(root, {
      fileSystem: this.#fileSystem,
      excludes: (path) => (excludes?.(path) || drops?.(path)) ?? false,
      note: (path, reason, failed) => this.#note(path, reason, failed),
      signal,
    });
  }

  /** A file's facts, or why it is not even opened. */
  async #factsOf(path: string): Promise<FileFacts | string> {
    const { maxFileSize } = this.#options;
    try {
      const facts = await this.#fileSystem.facts(path);
      const { size } = facts;
      if (size <= maxFileSize) return facts;
      const sizes = `${describeSize(size)}, the limit is ${describeSize(maxFileSize)}`;
      return this.#note(path, `too large: ${sizes} (textTwin.maxFileSize)`);
    } catch (error) {
      return this.#noteError(path, error);
    }
  }

  #noteError(path: string, error: unknown): string {
    const vanished = systemCodeOf(error) === 'ENOENT';
    return this.#note(path, `cannot be read: ${explainFileError(error)}`, !vanished);
  }

  #note(path: string, reason: string, failed = false): string {
    const uri = toUri(path);
    this.#skipped.set(uri, { uri, reason });
    if (failed) this.#failures.set(uri, { uri, reason });
    return reason;
  }
}

function stampOf({ size, modified, changed }: FileFacts): FileStamp | undefined {
  const isRacy = Math.max(modified, changed) > Date.now() - RACY;
  return isRacy ? undefined : { size, modified, changed };
}
