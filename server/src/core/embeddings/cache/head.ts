/**
 * What everything that is kept on disk begins with, in words of 32 bits of the machine's byte order (on machines of
 * another the magic number does not match, and the file counts as foreign):
 *
 *     magic · count · CRC-32 · 0
 */
export const HEAD_BYTES = 16;

/** What a head says; what is counted, and what the sum is of, is up to what follows. */
export interface Head {
  readonly count: number;
  /** In [0, 2³²). */
  readonly sum: number;
}

/** Writes a head at the beginning of `bytes`. */
export function writeHead(bytes: Uint8Array, magic: number, { count, sum }: Head): void {
  new Uint32Array(bytes.buffer, bytes.byteOffset, HEAD_BYTES / 4).set([magic, count, sum, 0]);
}

/** The head that `bytes` begin with, at whatever alignment; undefined where none of that sort and size is. */
export function readHead(bytes: Uint8Array, magic: number, most: number): Head | undefined {
  const words = new Uint32Array(HEAD_BYTES / 4);
  new Uint8Array(words.buffer).set(bytes.subarray(0, HEAD_BYTES));
  const [found, count = 0, sum = 0] = words;
  return found === magic && count > 0 && count <= most ? { count, sum } : undefined;
}
