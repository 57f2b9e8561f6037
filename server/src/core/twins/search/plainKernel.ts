import { RECORD } from './cell';
import { BLOCK, FIRST, HEAD, numberOf, offsetOf, type Part, SECOND } from './heads';
import type { SearchKernel } from './kernel';

/** Rows in a group of the kernel's layout. */
const GROUP = 16;
const WANTED = Array.from({ length: HEAD }, (_, i) => offsetOf(i));

/** What `server/searchKernel` does, without SIMD: where the engine has none, and to test that against. */
export function plainKernel(memory: WebAssembly.Memory): SearchKernel {
  return {
    filter(table, list, count, wanted, _squared, firstLimit, limit, passed) {
      const bytes = new Int8Array(memory.buffer);
      const words = new Int32Array(memory.buffer);
      const numbers = new Int16Array(memory.buffer);
      const head = WANTED.map((offset) => numbers[wanted / 2 + offset] as number);
      const squaresAt = (part: Part, start: number, place: number, most: number): number => {
        const at = start + Math.floor(place / BLOCK) * part.bytes + (place % BLOCK) * 2;
        let sum = 0;
        for (let i = 0; i < part.width && sum <= most; i++) {
          const own = bytes[at + (WANTED[i] as number)] as number;
          sum += ((head[part.from + i] as number) - own) ** 2;
        }
        return sum;
      };
      let found = 0;
      for (let i = 0; i < count; i++) {
        const record = table / 4 + (words[list / 4 + i] as number) * RECORD;
        const [start = 0, blocks = 0, capacity = 0] = words.subarray(record, record + RECORD);
        const second = start + capacity * FIRST.bytes;
        for (let place = 0; place < blocks * BLOCK; place++) {
          const first = squaresAt(FIRST, start, place, firstLimit);
          if (first > firstLimit) continue;
          if (first + squaresAt(SECOND, second, place, limit) > limit) continue;
          const id = words[numberOf(SECOND, second, place) / 4] as number;
          if (id >= 0) words[passed / 4 + found++] = id;
        }
      }
      return found;
    },
    list(distances, toOwn, scales, reaches, count, most, list) {
      const numbers = new Float32Array(memory.buffer);
      const words = new Int32Array(memory.buffer);
      let listed = 0;
      for (let i = 0; i < count; i++) {
        const farther = (numbers[distances / 4 + i] as number) - toOwn;
        const along = farther * (numbers[scales / 4 + i] as number);
        if (along - (numbers[reaches / 4 + i] as number) <= most) words[list / 4 + listed++] = i;
      }
      return listed;
    },
    extend(distances, toOwn, scales, reaches, count, list) {
      const numbers = new Float32Array(memory.buffer);
      const words = new Int32Array(memory.buffer);
      let extended = 0;
      for (let i = 0; i < count; i++) {
        const nearer = toOwn - (numbers[distances / 4 + i] as number);
        const along = Math.fround(nearer * (numbers[scales / 4 + i] as number));
        if (along <= (numbers[reaches / 4 + i] as number)) continue;
        numbers[reaches / 4 + i] = along;
        words[list / 4 + extended++] = i;
      }
      return extended;
    },
    project(axes, groups, width, vector, along) {
      eachRow(memory, [axes, groups, width, vector, along], (x, y) => x * y);
    },
    measure(centres, groups, width, vector, distances) {
      eachRow(memory, [centres, groups, width, vector, distances], (x, y) => (x - y) * (x - y));
    },
  };
}

type Rows = readonly [rows: number, groups: number, width: number, vector: number, sums: number];

/** Writes for each row what becomes of it and a vector, summed over its columns. */
function eachRow(
  memory: WebAssembly.Memory,
  [rows, groups, width, vector, sums]: Rows,
  act: (x: number, y: number) => number,
): void {
  const numbers = new Float32Array(memory.buffer);
  const from = vector / 4;
  for (let row = 0; row < groups * GROUP; row++) {
    let at = rows / 4 + Math.floor(row / GROUP) * GROUP * width + (row % GROUP);
    let sum = 0;
    for (let i = 0; i < width; i++, at += GROUP) {
      sum += act(numbers[from + i] as number, numbers[at] as number);
    }
    numbers[sums / 4 + row] = sum;
  }
}
