import type { ModelIdentity } from '../encoder';
import { checksum } from './checksum';

/** What embeddings must share to be compared. */
export interface EmbeddingOrigin {
  readonly model: ModelIdentity;
  /** Length of each embedding. */
  readonly dimensions: number;
}

/**
 * A segment is a header and blocks, in the machine's byte order (little-endian wherever Node is common; on other
 * machines the magic number does not match and the file counts as foreign). Header, all words of 32 bits:
 *
 *     magic · format · dimensions · SHA-256 of the model (8) · its id (16, UTF-8, zero-padded) · CRC-32 of all that
 */
export const HEADER_BYTES = 112;

/** `TTE1`. */
const MAGIC = 0x31455454;

/**
 * Raise it when the layout changes, and also when the same model comes to embed a text otherwise than before by
 * more than invariant 6 allows (tokenizer, windows, forward pass): old embeddings are then never met again.
 */
const FORMAT = 1;

const SHA_AT = 12;
const ID_AT = 44;
const ID_BYTES = 64;
const SUM_AT = HEADER_BYTES - 4;

/** The header of a segment with embeddings of one model. */
export function encodeHeader({ model, dimensions }: EmbeddingOrigin): Uint8Array {
  const { id, sha256 } = model;
  const bytes = new Uint8Array(HEADER_BYTES);
  new Uint32Array(bytes.buffer, 0, 3).set([MAGIC, FORMAT, dimensions]);
  for (let i = 0; i < 32; i++)
    bytes[SHA_AT + i] = Number.parseInt(sha256.slice(2 * i, 2 * i + 2), 16);
  new TextEncoder().encodeInto(id, bytes.subarray(ID_AT, ID_AT + ID_BYTES));
  new Uint32Array(bytes.buffer, SUM_AT, 1)[0] = checksum(bytes.subarray(0, SUM_AT));
  return bytes;
}

/**
 * Why a segment is not one of this model's, or undefined if it is.
 *
 * @param header the first `HEADER_BYTES` of the file at an aligned offset, or fewer of a shorter file.
 */
export function refuseHeader(header: Uint8Array, origin: EmbeddingOrigin): string | undefined {
  const words = new Uint32Array(header.slice(0, header.length & ~3).buffer);
  if (words[0] !== MAGIC) return 'it is not an embedding index';
  if (words[1] !== FORMAT) return `it has format ${words[1]}, this version reads format ${FORMAT}`;
  if (header.length < HEADER_BYTES) return 'it is truncated';
  if (words[SUM_AT / 4] !== checksum(header.subarray(0, SUM_AT))) return 'its header is damaged';
  const wanted = encodeHeader(origin);
  if (header.every((byte, i) => byte === wanted[i])) return undefined;
  if (header.subarray(SHA_AT, SUM_AT).every((byte, i) => byte === wanted[SHA_AT + i])) {
    return `it has ${words[2]} numbers per embedding, the present model ${origin.dimensions}`;
  }
  const other = describeModel(header);
  return `it was made with the model ${other}, the present one is ${describeModel(wanted)}`;
}

function describeModel(header: Uint8Array): string {
  const id = new TextDecoder().decode(header.subarray(ID_AT, ID_AT + ID_BYTES));
  const sha = Array.from(header.subarray(SHA_AT, SHA_AT + 6), (byte) =>
    byte.toString(16).padStart(2, '0'),
  );
  // A foreign file may hold anything, escape sequences for the terminal among it.
  return `${id.replace(/[^\w.+-]/g, '')} (${sha.join('')})`;
}
