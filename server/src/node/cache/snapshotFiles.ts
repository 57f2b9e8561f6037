import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import type { ByteParts, SnapshotStore } from '../../core/snapshot/workspaceMemory';
import { explainFileError } from '../files/fileErrors';
import { CACHE_LIMITS, type CacheLimits } from './limits';
import { makeRoom } from './makeRoom';
import { SegmentFolder } from './segmentFolder';
import { newStem, prefixOf } from './segmentName';

/** Bytes of a snapshot at most: several times what the largest workspaces make. */
const MOST_BYTES = 256 << 20;

export interface SnapshotFilesOptions {
  /** Absolute. */
  readonly folder: string;
  /** Told in a sentence when nothing can be written. */
  readonly warn: (message: string) => void;
  readonly limits?: CacheLimits;
}

/**
 * Snapshots of workspaces in a cache folder, beside the segments of embeddings and within the same bound.
 *
 * A snapshot is written under a name of its own and gets its lasting one once it is whole; then those before it go. Of
 * two processes that write at the same time the later one's is read.
 */
export class SnapshotFiles implements SnapshotStore {
  readonly #options: SnapshotFilesOptions;
  readonly #folder: SegmentFolder;

  constructor(options: SnapshotFilesOptions) {
    this.#options = options;
    this.#folder = new SegmentFolder(options.folder);
  }

  async read(identity: string): Promise<Uint8Array | undefined> {
    const latest = (await this.#folder.listSnapshots(hashOf(identity))).at(-1);
    if (!latest || latest.bytes > MOST_BYTES) return undefined;
    void this.#folder.touch(latest.path);
    return readFile(latest.path).catch(() => undefined);
  }

  async write(identity: string, parts: ByteParts): Promise<void> {
    const { folder, warn, limits = CACHE_LIMITS } = this.#options;
    const hash = hashOf(identity);
    try {
      await this.#folder.make();
      const before = await this.#folder.listSnapshots(hash);
      const stem = newStem(prefixOf(hash));
      const path = this.#folder.pathOf(stem, 'partial');
      try {
        const isWhole = await write(path, parts, Math.min(MOST_BYTES, limits.folderBytes / 2));
        if (!isWhole || !(await makeRoom(this.#folder, limits, 0, new Set([path])))) return;
        await this.#folder.rename(stem, 'partial', 'snapshot');
      } finally {
        // Where it has its lasting name by now, there is none of this.
        await this.#folder.remove(path);
      }
      for (const old of before) await this.#folder.remove(old.path);
    } catch (error) {
      const reason = `${folder}: ${explainFileError(error)}`;
      warn(`What the files held is not kept for the next start: ${reason}. All else goes on.`);
    }
  }
}

/** @returns whether all parts were written: not once they are more than so many bytes. */
async function write(path: string, parts: ByteParts, mostBytes: number): Promise<boolean> {
  // For this user alone: it holds texts of the workspace.
  const handle = await open(path, 'wx', 0o600);
  try {
    let bytes = 0;
    for await (const part of parts) {
      bytes += part.length;
      if (bytes > mostBytes) return false;
      await handle.appendFile(part);
    }
    return true;
  } finally {
    await handle.close();
  }
}

function hashOf(identity: string): string {
  return createHash('sha256').update(identity).digest('hex');
}
