import { type FileHandle, open } from 'node:fs/promises';
import { encodeBlock, MAX_BLOCK_RECORDS } from '../../core/embeddings/cache/block';
import { KEY_WORDS, type Keys } from '../../core/embeddings/cache/keys';
import {
  type EmbeddingOrigin,
  encodeHeader,
  HEADER_BYTES,
} from '../../core/embeddings/cache/segmentHeader';

/** A new segment file that this process alone appends to. */
export class SegmentWriter {
  readonly #handle: FileHandle;
  #bytes = HEADER_BYTES;

  private constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  /**
   * Makes the file.
   *
   * @throws NodeJS.ErrnoException, also when there is such a file.
   */
  static async create(path: string, origin: EmbeddingOrigin): Promise<SegmentWriter> {
    const handle = await open(path, 'ax');
    try {
      await handle.appendFile(encodeHeader(origin));
      return new SegmentWriter(handle);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** Size of the file so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Whether the file is still in its folder, where other processes find it. @throws NodeJS.ErrnoException */
  async isLinked(): Promise<boolean> {
    return (await this.#handle.stat()).nlink > 0;
  }

  /** Appends embeddings, one per key. A reader sees all of a block or nothing. @throws NodeJS.ErrnoException */
  async append(keys: Keys, embeddings: readonly Float32Array[]): Promise<void> {
    for (let start = 0; start < embeddings.length; start += MAX_BLOCK_RECORDS) {
      const end = Math.min(embeddings.length, start + MAX_BLOCK_RECORDS);
      const block = encodeBlock(
        keys.subarray(start * KEY_WORDS, end * KEY_WORDS),
        embeddings.slice(start, end),
      );
      await this.#handle.appendFile(block);
      this.#bytes += block.length;
    }
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}
