import { KEY_WORDS, type Keys } from '../../core/embeddings/cache/keys';
import { KeyTable } from '../../core/embeddings/cache/keyTable';
import type { EmbeddingOrigin } from '../../core/embeddings/cache/segmentHeader';
import { TimeSlice } from '../../core/timeSlice';
import type { SegmentFolder, StoredSegment } from './segmentFolder';
import { SegmentReader } from './segmentReader';

/** Looking at the clock takes as long as a few of them. */
const KEYS_AT_ONCE = 256;

interface IndexedSegment {
  readonly path: string;
  readonly reader: SegmentReader;
  /** The table's number of its first record. */
  readonly first: number;
}

/** Which embeddings lie where in the segments of some folders, as of when they were added. */
export class SegmentIndex {
  readonly #origin: EmbeddingOrigin;
  readonly #table = new KeyTable();
  readonly #segments: IndexedSegment[] = [];
  #records = 0;

  constructor(origin: EmbeddingOrigin) {
    this.#origin = origin;
  }

  /** Adds the segments of a folder; what was made later goes first. Never throws: what cannot be read is not there. */
  async add(folder: SegmentFolder): Promise<void> {
    for (const segment of await folder.listReadable(this.#origin.model))
      await this.#addSegment(segment);
  }

  /**
   * The embeddings of these keys, `undefined` where there is none or a damaged one.
   *
   * @param onUse is told the files that held some.
   */
  async read(
    keys: Keys,
    onUse: (path: string) => void,
  ): Promise<readonly (Float32Array | undefined)[]> {
    const found = new Array<Float32Array | undefined>(keys.length / KEY_WORDS).fill(undefined);
    const wanted = new Map<IndexedSegment, { readonly at: number; readonly record: number }[]>();
    for (let at = 0; at < found.length; at++) {
      const number = this.#table.get(keys, at);
      const segment = number === undefined ? undefined : this.#segmentOf(number);
      if (number === undefined || !segment) continue;
      const records = wanted.get(segment) ?? [];
      records.push({ at, record: number - segment.first });
      wanted.set(segment, records);
    }
    for (const [{ path, reader }, records] of wanted) {
      const embeddings = await reader.read(records.map(({ record }) => record));
      records.forEach(({ at }, i) => {
        found[at] = embeddings[i];
      });
      if (embeddings.some((embedding) => embedding !== undefined)) onUse(path);
    }
    return found;
  }

  /** Whether there is a record for key `at` of `keys`; it may turn out to be damaged. */
  has(keys: Keys, at: number): boolean {
    return this.#table.get(keys, at) !== undefined;
  }

  async close(): Promise<void> {
    for (const { reader } of this.#segments) await reader.close();
  }

  async #addSegment({ path }: StoredSegment): Promise<void> {
    const opened = await SegmentReader.open(path, this.#origin).catch(() => null);
    if (!opened) return;
    const { reader, keys } = opened;
    const first = this.#records;
    const slice = new TimeSlice();
    for (let i = 0; i < reader.count; i++) {
      this.#table.set(keys, i, first + i);
      if (i % KEYS_AT_ONCE === 0 && slice.isOver) await slice.pause();
    }
    this.#records += reader.count;
    this.#segments.push({ path, reader, first });
  }

  #segmentOf(number: number): IndexedSegment | undefined {
    return this.#segments.findLast(({ first }) => first <= number);
  }
}
