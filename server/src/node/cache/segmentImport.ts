import { type Keys, selectKeys } from '../../core/embeddings/cache/keys';
import type { EmbeddingOrigin } from '../../core/embeddings/cache/segmentHeader';
import { describeSize } from '../files/sizes';
import { CACHE_LIMITS } from './limits';
import { makeRoom } from './makeRoom';
import { SegmentFolder } from './segmentFolder';
import { SegmentIndex } from './segmentIndex';
import { modelPrefix, newStem } from './segmentName';
import { ForeignSegment, SegmentReader } from './segmentReader';
import { SegmentWriter } from './segmentWriter';

/** Records verified and copied at once. */
const BATCH = 2048;

/** What an import did. */
export interface ImportCounts {
  readonly records: number;
  /** Records that were not there before. */
  readonly added: number;
}

/**
 * Copies the embeddings of an exported file into a cache folder, all or none; those that are there already stay.
 *
 * @param onProgress `done` of `total` records are verified.
 * @throws ForeignSegment saying what is wrong with the file; NodeJS.ErrnoException where something cannot be read
 * or written.
 */
export async function importSegment(
  path: string,
  target: string,
  origin: EmbeddingOrigin,
  onProgress: (done: number, total: number) => void,
): Promise<ImportCounts> {
  const { reader, keys } = await SegmentReader.open(path, origin);
  const folder = new SegmentFolder(target);
  const known = new SegmentIndex(origin);
  const copy = new PartialCopy(folder, origin);
  try {
    if (!reader.isWhole) throw new ForeignSegment('it is truncated or damaged');
    requireRoom(reader.count, origin);
    await folder.make();
    await known.add(folder);
    for (let start = 0; start < reader.count; start += BATCH) {
      const records = range(start, Math.min(reader.count, start + BATCH));
      const found = await reader.read(records);
      if (found.includes(undefined)) throw new ForeignSegment('it is damaged');
      const fresh = records.filter((record) => !known.has(keys, record));
      const embeddings = fresh.map((record) => found[record - start] as Float32Array);
      if (fresh.length > 0) await copy.append(selectKeys(keys, fresh), embeddings);
      onProgress(start + records.length, reader.count);
    }
    await copy.publish();
    return { records: reader.count, added: copy.records };
  } catch (error) {
    await copy.discard();
    throw error;
  } finally {
    await reader.close();
    await known.close();
  }
}

/** Segments that nobody sees before all are written. */
class PartialCopy {
  records = 0;
  readonly #folder: SegmentFolder;
  readonly #origin: EmbeddingOrigin;
  readonly #stems: string[] = [];
  #writer: SegmentWriter | undefined;

  constructor(folder: SegmentFolder, origin: EmbeddingOrigin) {
    this.#folder = folder;
    this.#origin = origin;
  }

  async append(keys: Keys, embeddings: readonly Float32Array[]): Promise<void> {
    if (!this.#writer || this.#writer.bytes >= CACHE_LIMITS.segmentBytes) {
      await this.#writer?.close();
      const stem = newStem(modelPrefix(this.#origin.model));
      this.#stems.push(stem);
      const path = this.#folder.pathOf(stem, 'partial');
      this.#writer = await SegmentWriter.create(path, this.#origin);
    }
    await this.#writer.append(keys, embeddings);
    this.records += embeddings.length;
  }

  async publish(): Promise<void> {
    await this.#writer?.close();
    for (const stem of this.#stems) await this.#folder.seal(stem, 'partial');
    const own = new Set(this.#stems.map((stem) => this.#folder.pathOf(stem, 'sealed')));
    await makeRoom(this.#folder, CACHE_LIMITS, 0, own);
  }

  async discard(): Promise<void> {
    await this.#writer?.close().catch(() => undefined);
    for (const stem of this.#stems) await this.#folder.remove(this.#folder.pathOf(stem, 'partial'));
  }
}

function requireRoom(count: number, { dimensions }: EmbeddingOrigin): void {
  const bytes = count * 4 * dimensions;
  const limit = CACHE_LIMITS.folderBytes;
  if (bytes <= limit) return;
  throw new ForeignSegment(
    `it holds ${describeSize(bytes)}, the cache ${describeSize(limit)} at most; export fewer folders`,
  );
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}
