import { BLOCK, BLOCK_LENGTH, HEAD, offsetOf } from './heads';
import type { SearchKernel } from './kernel';

/** Centres in a group of the kernel's layout. */
const GROUP = 16;
const OFFSETS = Array.from({ length: HEAD }, (_, i) => offsetOf(i));

/** What `server/searchKernel` does, without SIMD: where the engine has none, and to test that against. */
export function plainKernel(memory: WebAssembly.Memory): SearchKernel {
  return {
    filter(heads, blocks, wanted, limit, passed) {
      const numbers = new Int16Array(memory.buffer);
      const places = new Int32Array(memory.buffer);
      let found = 0;
      for (let place = 0; place < blocks * BLOCK; place++) {
        const block = Math.floor(place / BLOCK) * BLOCK_LENGTH;
        const at = heads / 2 + block + (place % BLOCK) * 2;
        let sum = 0;
        for (let i = 0; i < HEAD && sum <= limit; i++) {
          const offset = OFFSETS[i] as number;
          const difference =
            (numbers[wanted / 2 + offset] as number) - (numbers[at + offset] as number);
          sum += difference * difference;
        }
        if (sum <= limit) places[passed / 4 + found++] = place;
      }
      return found;
    },
    measure(centres, groups, width, vector, distances) {
      const numbers = new Float32Array(memory.buffer);
      const from = vector / 4;
      for (let centre = 0; centre < groups * GROUP; centre++) {
        let at = centres / 4 + Math.floor(centre / GROUP) * GROUP * width + (centre % GROUP);
        let sum = 0;
        for (let i = 0; i < width; i++, at += GROUP) {
          const difference = (numbers[from + i] as number) - (numbers[at] as number);
          sum += difference * difference;
        }
        numbers[distances / 4 + centre] = sum;
      }
    },
  };
}
