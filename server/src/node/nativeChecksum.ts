import * as zlib from 'node:zlib';
import { sumBy } from '../core/embeddings/cache/checksum';

/** Not in every Node that we run on: since 20.15. */
const { crc32 } = zlib as { crc32?: (bytes: Uint8Array) => number };

/** Checksums are made by native code where Node has it: of what a start reads they took 3 %. */
export function sumNatively(): void {
  if (crc32) sumBy(crc32);
}
