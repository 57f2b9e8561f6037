/** One tensor of a safetensors file, without a copy. */
export interface StoredTensor {
  /** As the header names it: `I8`, `F32`, … */
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

/** Bytes of the header's length, a little-endian integer in front of the JSON header. */
const LENGTH_BYTES = 8;

/**
 * The tensors in the bytes of a safetensors file, by name.
 *
 * Format: https://huggingface.co/docs/safetensors (header length, JSON header, data).
 *
 * @throws Error when the header or a tensor reaches beyond the bytes, or the header is not JSON.
 */
export function readSafetensors(file: Uint8Array): ReadonlyMap<string, StoredTensor> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < LENGTH_BYTES) throw new Error('not a safetensors file: it has no header');
  const dataStart = LENGTH_BYTES + Number(view.getBigUint64(0, true));
  if (dataStart > file.length) throw new Error('not a safetensors file: its header is cut short');
  const json = new TextDecoder().decode(file.subarray(LENGTH_BYTES, dataStart));
  const header = JSON.parse(json) as Record<string, HeaderEntry>;
  const tensors = new Map<string, StoredTensor>();
  for (const [name, { dtype, shape, data_offsets }] of Object.entries(header)) {
    if (name === '__metadata__') continue;
    const [start, end] = data_offsets;
    if (dataStart + end > file.length) throw new Error(`tensor "${name}" is cut short`);
    tensors.set(name, { dtype, shape, bytes: file.subarray(dataStart + start, dataStart + end) });
  }
  return tensors;
}

interface HeaderEntry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}
