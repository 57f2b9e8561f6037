import { checksum } from './checksum';
import { HEAD_BYTES, readHead, writeHead } from './head';
import { KEY_WORDS, type Keys } from './keys';

/**
 * A block is what is appended at once; one that was not written to its end is left out. Words of 32 bits:
 *
 *     magic · count · CRC-32 of count, keys and sums · 0 · keys (4 each) · sums (1 each) · embeddings (floats)
 *
 * A sum is the CRC-32 of an embedding: one can be read and verified without the rest of its block.
 */
export const BLOCK_HEAD_BYTES = HEAD_BYTES;

/** Records in a block at most: a bound for what a damaged count can ask for. */
export const MAX_BLOCK_RECORDS = 4096;

/** `TTB1`. */
const MAGIC = 0x31425454;

/** How far the squared length of an embedding may be from 1: float rounding is a thousand times smaller. */
const UNIT_TOLERANCE = 1e-3;

/** Bytes of the keys and sums of a block. */
export function indexBytes(count: number): number {
  return 4 * (KEY_WORDS + 1) * count;
}

/** A block of embeddings, one per key; as many as `MAX_BLOCK_RECORDS`. */
export function encodeBlock(keys: Keys, embeddings: readonly Float32Array[]): Uint8Array {
  const count = embeddings.length;
  const dimensions = embeddings[0]?.length ?? 0;
  const index = BLOCK_HEAD_BYTES + indexBytes(count);
  const bytes = new Uint8Array(index + 4 * dimensions * count);
  const words = new Uint32Array(bytes.buffer);
  const floats = new Float32Array(bytes.buffer, index);
  words.set(keys, BLOCK_HEAD_BYTES / 4);
  embeddings.forEach((embedding, i) => {
    floats.set(embedding, i * dimensions);
    const at = index + 4 * dimensions * i;
    words[BLOCK_HEAD_BYTES / 4 + KEY_WORDS * count + i] = checksum(
      bytes.subarray(at, at + 4 * dimensions),
    );
  });
  const sum = indexChecksum(count, bytes.subarray(BLOCK_HEAD_BYTES, index));
  writeHead(bytes, MAGIC, { count, sum });
  return bytes;
}

/** How many records a block has by its head, or undefined where no block begins. */
export function readCount(head: Uint8Array): number | undefined {
  return readHead(head, MAGIC, MAX_BLOCK_RECORDS)?.count;
}

/** The keys and sums of a block, or undefined when they are damaged. */
export function readIndex(
  head: Uint8Array,
  index: Uint8Array,
): { readonly keys: Keys; readonly sums: Uint32Array } | undefined {
  const { count, sum } = readHead(head, MAGIC, MAX_BLOCK_RECORDS) ?? { count: 0, sum: 0 };
  if (index.length !== indexBytes(count) || sum !== indexChecksum(count, index)) return undefined;
  const words = new Uint32Array(index.slice().buffer);
  return { keys: words.subarray(0, KEY_WORDS * count), sums: words.subarray(KEY_WORDS * count) };
}

/** Whether an embedding is what was written, and could have been made by an encoder at all. */
export function isIntact(embedding: Float32Array, sum: number): boolean {
  const { buffer, byteOffset, byteLength } = embedding;
  return isUnit(embedding) && checksum(new Uint8Array(buffer, byteOffset, byteLength)) === sum;
}

/** Whether an embedding is finite and of unit length. */
export function isUnit(embedding: Float32Array): boolean {
  let squares = 0;
  for (let i = 0; i < embedding.length; i++) squares += (embedding[i] as number) ** 2;
  return Math.abs(squares - 1) <= UNIT_TOLERANCE;
}

function indexChecksum(count: number, index: Uint8Array): number {
  // The count needs no sum of its own: it is the length of what is summed.
  return (checksum(index) ^ count) >>> 0;
}
