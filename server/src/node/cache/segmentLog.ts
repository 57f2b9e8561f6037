import { KEY_WORDS, type Keys } from '../../core/embeddings/cache/keys';
import type { EmbeddingOrigin } from '../../core/embeddings/cache/segmentHeader';
import type { CacheLimits } from './limits';
import { makeRoom } from './makeRoom';
import type { SegmentFolder } from './segmentFolder';
import { modelPrefix, newStem } from './segmentName';
import { SegmentWriter } from './segmentWriter';

/** What this process adds to a folder: segments of its own, one after the other. Not to be called concurrently. */
export class SegmentLog {
  readonly #folder: SegmentFolder;
  readonly #origin: EmbeddingOrigin;
  readonly #limits: CacheLimits;
  readonly #used: Set<string>;
  #current: { readonly stem: string; readonly writer: SegmentWriter } | undefined;
  #isFull = false;

  /** @param used files that must not be dropped to make room; those written here are added. */
  constructor(
    folder: SegmentFolder,
    origin: EmbeddingOrigin,
    limits: CacheLimits,
    used: Set<string>,
  ) {
    this.#folder = folder;
    this.#origin = origin;
    this.#limits = limits;
    this.#used = used;
  }

  /**
   * Appends embeddings, one per key; does nothing once the folder is full of what is in use.
   *
   * @throws NodeJS.ErrnoException
   */
  async append(keys: Keys, embeddings: readonly Float32Array[]): Promise<void> {
    const bytes = keys.length * 4 + embeddings.length * 4 * (this.#origin.dimensions + 1);
    // A process that took this one for dead may have merged the file away.
    const isUsable =
      this.#current &&
      this.#current.writer.bytes + bytes <= this.#limits.segmentBytes &&
      (await this.#current.writer.isLinked());
    if (!isUsable) await this.#begin();
    await this.#current?.writer.append(keys.subarray(0, embeddings.length * KEY_WORDS), embeddings);
  }

  /** Closes and seals the current segment. @throws NodeJS.ErrnoException */
  async close(): Promise<void> {
    const current = this.#current;
    this.#current = undefined;
    if (!current) return;
    const isLinked = await current.writer.isLinked();
    await current.writer.close();
    if (!isLinked) return;
    await this.#folder.seal(current.stem, 'open');
    this.#used.add(this.#folder.pathOf(current.stem, 'sealed'));
  }

  async #begin(): Promise<void> {
    await this.close();
    const { segmentBytes } = this.#limits;
    this.#isFull ||= !(await makeRoom(this.#folder, this.#limits, segmentBytes, this.#used));
    if (this.#isFull) return;
    const stem = newStem(modelPrefix(this.#origin.model));
    const path = this.#folder.pathOf(stem, 'open');
    const writer = await SegmentWriter.create(path, this.#origin);
    this.#used.add(path);
    this.#current = { stem, writer };
  }
}
