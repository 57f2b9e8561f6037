import { mkdir, readdir, rename, stat, unlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelIdentity } from '../../core/embeddings/encoder';
import {
  fileOf,
  modelPrefix,
  parseSegmentName,
  prefixOf,
  type SegmentName,
  type SegmentState,
} from './segmentName';

/** A segment file as the folder lists it. */
export interface StoredSegment extends SegmentName {
  readonly path: string;
  readonly bytes: number;
  /** When it was last written or asked for, in ms since 1970. */
  readonly usedAt: number;
}

/** The segment files of a folder. Other processes may add and remove some at any time. */
export class SegmentFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /**
   * Makes the folder if need be, for this user alone: embeddings give away something of the texts.
   *
   * @throws NodeJS.ErrnoException when the folder can neither be found nor made.
   */
  async make(): Promise<void> {
    await mkdir(this.path, { recursive: true, mode: 0o700 });
  }

  /** All segments of all models, in the order in which they were made; none where the folder cannot be read. */
  async list(): Promise<readonly StoredSegment[]> {
    const files = await readdir(this.path).catch(() => []);
    const found: StoredSegment[] = [];
    for (const name of files) {
      const parsed = parseSegmentName(name);
      const path = join(this.path, name);
      const facts = parsed && (await stat(path).catch(() => undefined));
      if (!parsed || !facts?.isFile()) continue;
      found.push({ ...parsed, path, bytes: facts.size, usedAt: facts.mtimeMs });
    }
    return found.sort((a, b) => (a.stem < b.stem ? -1 : a.stem > b.stem ? 1 : 0));
  }

  /** The segments of one model that may be read, in the order in which they were made. */
  async listReadable(model: ModelIdentity): Promise<readonly StoredSegment[]> {
    const prefix = modelPrefix(model);
    const all = await this.list();
    return all.filter(
      ({ stem, state }) => (state === 'open' || state === 'sealed') && stem.startsWith(prefix),
    );
  }

  /** The snapshots of a workspace, in the order in which they were made. @param hash SHA-256 in hex. */
  async listSnapshots(hash: string): Promise<readonly StoredSegment[]> {
    const prefix = prefixOf(hash);
    const all = await this.list();
    return all.filter(({ stem, state }) => state === 'snapshot' && stem.startsWith(prefix));
  }

  pathOf(stem: string, state: SegmentState): string {
    return join(this.path, fileOf(stem, state));
  }

  /** Renames a segment whose process is done with it. @throws NodeJS.ErrnoException */
  async seal(stem: string, from: 'open' | 'partial'): Promise<void> {
    await this.rename(stem, from, 'sealed');
  }

  /** Takes a file into another state. @throws NodeJS.ErrnoException */
  async rename(stem: string, from: SegmentState, to: SegmentState): Promise<void> {
    await rename(this.pathOf(stem, from), this.pathOf(stem, to));
  }

  /** Notes that a segment was asked for. Never throws: another process may have removed it. */
  async touch(path: string): Promise<void> {
    const now = new Date();
    await utimes(path, now, now).catch(() => undefined);
  }

  /** Removes a segment. Never throws: another process may have been faster. */
  async remove(path: string): Promise<void> {
    await unlink(path).catch(() => undefined);
  }
}
