import { isUnit } from '../../core/embeddings/cache/block';
import type { EmbeddingStore } from '../../core/embeddings/cache/embeddingStore';
import { type Keys, selectKeys } from '../../core/embeddings/cache/keys';
import type { EmbeddingOrigin } from '../../core/embeddings/cache/segmentHeader';
import { explainFileError } from '../files/fileErrors';
import { CACHE_LIMITS, type CacheLimits } from './limits';
import { makeRoom } from './makeRoom';
import { mergeSegments } from './mergeSegments';
import { SegmentFolder } from './segmentFolder';
import { SegmentIndex } from './segmentIndex';
import { SegmentLog } from './segmentLog';

/** Embeddings that are held back until they make a block; a process that is killed loses at most these. */
const BATCH = 256;

export interface FolderStoreOptions {
  /** Absolute; made if it is not there. */
  readonly folder: string;
  /** Folders that are read as well and never written, such as the command line's. */
  readonly alsoRead?: readonly string[];
  readonly origin: EmbeddingOrigin;
  /** Told once, in a sentence, when nothing can be written. */
  readonly warn: (message: string) => void;
  readonly limits?: CacheLimits;
}

/**
 * Embeddings in segment files of a folder that any number of processes share.
 *
 * There are no locks. A process writes files of its own and never changes those of others; it sees what others had
 * written when it began. Files are removed whole: merged ones, and the longest unused beyond the folder's bound.
 */
export class FolderStore implements EmbeddingStore {
  readonly #options: FolderStoreOptions;
  readonly #folder: SegmentFolder;
  readonly #index: SegmentIndex;
  readonly #log: SegmentLog;
  /** Files that this process read or wrote. */
  readonly #used = new Set<string>();
  #pending: { readonly keys: Keys; readonly embeddings: readonly Float32Array[] }[] = [];
  #queue: Promise<void> = Promise.resolve();
  #isReadOnly = false;

  private constructor(options: FolderStoreOptions) {
    const { origin, limits = CACHE_LIMITS } = options;
    this.#options = options;
    this.#folder = new SegmentFolder(options.folder);
    this.#index = new SegmentIndex(origin);
    this.#log = new SegmentLog(this.#folder, origin, limits, this.#used);
  }

  /** Opens a folder, merging its small files. Never throws. */
  static async open(options: FolderStoreOptions): Promise<FolderStore> {
    const store = new FolderStore(options);
    const { origin, limits = CACHE_LIMITS, alsoRead = [] } = options;
    await store.#trying(async () => {
      await store.#folder.make();
      await makeRoom(store.#folder, limits, 0, store.#used);
      await mergeSegments(store.#folder, origin, limits);
    });
    for (const path of alsoRead) await store.#index.add(new SegmentFolder(path));
    await store.#index.add(store.#folder);
    return store;
  }

  read(keys: Keys): Promise<readonly (Float32Array | undefined)[]> {
    return this.#index.read(keys, (path) => {
      if (this.#used.has(path)) return;
      this.#used.add(path);
      void this.#folder.touch(path);
    });
  }

  write(keys: Keys, embeddings: readonly Float32Array[]): void {
    if (this.#isReadOnly) return;
    const { dimensions } = this.#options.origin;
    const sound = embeddings.flatMap((embedding, i) =>
      embedding.length === dimensions && isUnit(embedding) ? [i] : [],
    );
    this.#pending.push({
      keys: selectKeys(keys, sound),
      embeddings: sound.map((i) => embeddings[i] as Float32Array),
    });
    const count = this.#pending.reduce((sum, batch) => sum + batch.embeddings.length, 0);
    if (count >= BATCH) this.#flush();
  }

  async dispose(): Promise<void> {
    this.#flush();
    this.#enqueue(() => this.#log.close());
    await this.#queue;
    await this.#index.close();
  }

  #flush(): void {
    const batches = this.#pending;
    this.#pending = [];
    const embeddings = batches.flatMap((batch) => batch.embeddings);
    if (embeddings.length === 0) return;
    const keys = joinKeys(batches.map((batch) => batch.keys));
    this.#enqueue(() => this.#log.append(keys, embeddings));
  }

  #enqueue(work: () => Promise<void>): void {
    this.#queue = this.#queue.then(() => this.#trying(work));
  }

  /** Does something that may fail; once it did, this process writes nothing any more. */
  async #trying(work: () => Promise<void>): Promise<void> {
    if (this.#isReadOnly) return;
    try {
      await work();
    } catch (error) {
      this.#isReadOnly = true;
      const { folder, warn } = this.#options;
      warn(
        `Embeddings are not kept for the next start: ${folder}: ${explainFileError(error)}. ` +
          'All else goes on.',
      );
    }
  }
}

function joinKeys(parts: readonly Keys[]): Keys {
  const joined = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
