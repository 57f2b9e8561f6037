import { type FileHandle, open } from 'node:fs/promises';
import {
  BLOCK_HEAD_BYTES,
  indexBytes,
  isIntact,
  readCount,
  readIndex,
} from '../../core/embeddings/cache/block';
import { KEY_WORDS, type Keys } from '../../core/embeddings/cache/keys';
import {
  type EmbeddingOrigin,
  HEADER_BYTES,
  refuseHeader,
} from '../../core/embeddings/cache/segmentHeader';

/** Bytes that are read at once at most. */
const MAX_RUN = 1 << 20;

/** Bytes that are read in vain rather than making another call, which costs as much as reading these. */
const MAX_GAP = 32 << 10;

/** The file is no segment of the model; the message says why. */
export class ForeignSegment extends Error {
  override readonly name = 'ForeignSegment';
}

/**
 * A segment file as far as its blocks are whole. Only its keys and sums are read when it is opened; embeddings are
 * read and verified one by one as they are wanted.
 */
export class SegmentReader {
  /** Whether the last block ends where the file does; else it was cut off, is damaged or is being written. */
  readonly isWhole: boolean;
  readonly #handle: FileHandle;
  readonly #dimensions: number;
  readonly #sums: Uint32Array;
  readonly #offsets: Float64Array;

  private constructor(
    handle: FileHandle,
    dimensions: number,
    blocks: readonly Block[],
    isWhole: boolean,
  ) {
    const count = blocks.reduce((sum, { sums }) => sum + sums.length, 0);
    this.#handle = handle;
    this.#dimensions = dimensions;
    this.#sums = new Uint32Array(count);
    this.#offsets = new Float64Array(count);
    let at = 0;
    for (const { sums, start } of blocks) {
      this.#sums.set(sums, at);
      for (let i = 0; i < sums.length; i++) this.#offsets[at + i] = start + 4 * dimensions * i;
      at += sums.length;
    }
    this.isWhole = isWhole;
  }

  /**
   * Opens a segment and reads its keys.
   *
   * @throws ForeignSegment, or NodeJS.ErrnoException
   */
  static async open(
    path: string,
    origin: EmbeddingOrigin,
  ): Promise<{ readonly reader: SegmentReader; readonly keys: Keys }> {
    const handle = await open(path, 'r');
    try {
      const refusal = refuseHeader(await readAt(handle, 0, HEADER_BYTES), origin);
      if (refusal !== undefined) throw new ForeignSegment(refusal);
      const { dimensions } = origin;
      const { size } = await handle.stat();
      const blocks: Block[] = [];
      let at = HEADER_BYTES;
      while (at < size) {
        const block = await readBlock(handle, at, size, dimensions);
        if (!block) break;
        blocks.push(block);
        at = block.end;
      }
      const reader = new SegmentReader(handle, dimensions, blocks, at === size);
      return { reader, keys: joinKeys(blocks) };
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** How many records there are. */
  get count(): number {
    return this.#sums.length;
  }

  /** The embeddings of these records, in order; `undefined` for one that is damaged or cannot be read. */
  async read(records: readonly number[]): Promise<(Float32Array | undefined)[]> {
    const found = new Array<Float32Array | undefined>(records.length).fill(undefined);
    // One array for all: a buffer each would cost more than what is in it.
    const values = new Float32Array(records.length * this.#dimensions);
    const order = records.map((_, at) => at);
    order.sort((a, b) => this.#offsetOf(records[a]) - this.#offsetOf(records[b]));
    for (const run of this.#runs(order, records)) {
      const start = this.#offsetOf(records[run[0] as number]);
      const end = this.#offsetOf(records[run.at(-1) as number]) + this.#width;
      const bytes = await readAt(this.#handle, start, end - start).catch(() => NONE);
      for (const at of run) {
        const offset = this.#offsetOf(records[at]) - start;
        if (offset + this.#width > bytes.length) continue;
        const embedding = values.subarray(at * this.#dimensions, (at + 1) * this.#dimensions);
        embedding.set(new Float32Array(bytes.buffer, offset, this.#dimensions));
        if (isIntact(embedding, this.#sums[records[at] as number] as number)) found[at] = embedding;
      }
    }
    return found;
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  get #width(): number {
    return 4 * this.#dimensions;
  }

  #offsetOf(record: number | undefined): number {
    return this.#offsets[record ?? -1] ?? 0;
  }

  /** Cuts an order by offset into stretches that are worth reading at once. */
  *#runs(order: readonly number[], records: readonly number[]): Generator<number[]> {
    let run: number[] = [];
    let start = 0;
    let end = 0;
    for (const at of order) {
      const offset = this.#offsetOf(records[at]);
      if (run.length > 0 && (offset - end > MAX_GAP || offset - start >= MAX_RUN)) {
        yield run;
        run = [];
      }
      if (run.length === 0) start = offset;
      run.push(at);
      end = offset + this.#width;
    }
    if (run.length > 0) yield run;
  }
}

const NONE = new Uint8Array();

interface Block {
  readonly keys: Keys;
  readonly sums: Uint32Array;
  /** Offset of the first embedding, and of what follows the last. */
  readonly start: number;
  readonly end: number;
}

async function readBlock(
  handle: FileHandle,
  at: number,
  size: number,
  dimensions: number,
): Promise<Block | undefined> {
  const head = await readAt(handle, at, BLOCK_HEAD_BYTES);
  const count = readCount(head);
  if (count === undefined) return undefined;
  const start = at + BLOCK_HEAD_BYTES + indexBytes(count);
  const end = start + 4 * dimensions * count;
  if (end > size) return undefined;
  const index = await readAt(handle, at + BLOCK_HEAD_BYTES, indexBytes(count));
  const found = readIndex(head, index);
  return found && { ...found, start, end };
}

function joinKeys(blocks: readonly Block[]): Keys {
  const count = blocks.reduce((sum, { sums }) => sum + sums.length, 0);
  const keys = new Uint32Array(count * KEY_WORDS);
  let at = 0;
  for (const block of blocks) {
    keys.set(block.keys, at);
    at += block.keys.length;
  }
  return keys;
}

/** Bytes of a file in an array of their own, fewer than wanted at its end. @throws NodeJS.ErrnoException */
async function readAt(
  handle: FileHandle,
  position: number,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(length);
  const { bytesRead } = await handle.read(bytes, 0, length, position);
  return bytes.subarray(0, bytesRead);
}
