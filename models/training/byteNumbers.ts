import type { ByteCoding } from '../../server/src/core/embeddings/weightFile';

const LARGEST_BYTE = 255;
/** Shares of the largest magnitude at which numbers may be cut off: outliers would cost all others their precision. */
const CUTS = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4];

/** Numbers in bytes, as TensorFlow.js reads `uint8` weights. */
export interface ByteNumbers {
  readonly bytes: Uint8Array;
  readonly coding: ByteCoding;
}

/** Rounds numbers to bytes, with the cut that makes the least squared error. */
export function toBytes(values: Float32Array): ByteNumbers {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  let best: { readonly coding: ByteCoding; readonly error: number } | undefined;
  for (const cut of CUTS) {
    const coding = { scale: (2 * cut * largest) / LARGEST_BYTE, min: -cut * largest };
    const error = errorOf(values, coding);
    if (!best || error < best.error) best = { coding, error };
  }
  const { coding } = best as { readonly coding: ByteCoding };
  return { bytes: Uint8Array.from(values, (value) => byteOf(value, coding)), coding };
}

/** Rounds numbers in place to the nearest that bytes hold. */
export function roundToBytes(values: Float32Array): void {
  const { bytes, coding } = toBytes(values);
  bytes.forEach((byte, i) => {
    values[i] = byte * coding.scale + coding.min;
  });
}

function byteOf(value: number, { scale, min }: ByteCoding): number {
  if (scale === 0) return 0;
  return Math.min(LARGEST_BYTE, Math.max(0, Math.round((value - min) / scale)));
}

function errorOf(values: Float32Array, coding: ByteCoding): number {
  let error = 0;
  for (const value of values) {
    error += (byteOf(value, coding) * coding.scale + coding.min - value) ** 2;
  }
  return error;
}
