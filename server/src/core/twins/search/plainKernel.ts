import { RECORD } from './cell';
import { BLOCK, FIRST, HEAD, numberOf, offsetOf, type Part, SECOND, WANTED_BYTES } from './heads';
import type { SearchKernel } from './kernel';

/** Rows in a group of the kernel's layout. */
const GROUP = 32;
const OFFSETS = Array.from({ length: HEAD }, (_, i) => offsetOf(i));

/** What `server/searchKernel` does, without SIMD: where the engine has none, and to test that against. */
export function plainKernel(memory: WebAssembly.Memory): SearchKernel {
  /** Writes which heads of a cell are near to the wanted one; @returns the address behind. */
  const scan = (
    record: number,
    wanted: number,
    firstLimit: number,
    limit: number,
    passed: number,
  ): number => {
    const bytes = new Int8Array(memory.buffer);
    const words = new Int32Array(memory.buffer);
    const head = new Int16Array(memory.buffer, wanted, HEAD);
    const squaresAt = (part: Part, start: number, place: number, most: number): number => {
      const at = start + Math.floor(place / BLOCK) * part.bytes + (place % BLOCK) * 2;
      let sum = 0;
      for (let i = 0; i < part.width && sum <= most; i++) {
        const own = bytes[at + (OFFSETS[i] as number)] as number;
        sum += ((head[part.from + i] as number) - own) ** 2;
      }
      return sum;
    };
    const [start = 0, blocks = 0, capacity = 0] = words.subarray(record / 4, record / 4 + RECORD);
    const second = start + capacity * FIRST.bytes;
    let end = passed;
    for (let place = 0; place < blocks * BLOCK; place++) {
      const first = squaresAt(FIRST, start, place, firstLimit);
      if (first > firstLimit) continue;
      if (first + squaresAt(SECOND, second, place, limit) > limit) continue;
      const id = words[numberOf(SECOND, second, place) / 4] as number;
      if (id < 0) continue;
      words[end / 4] = id;
      end += 4;
    }
    return end;
  };
  return {
    filter(table, list, count, wanted, firstLimit, limit, passed) {
      let end = passed;
      for (const cell of new Int32Array(memory.buffer, list, count)) {
        end = scan(table + cell * RECORD * 4, wanted, firstLimit, limit, end);
      }
      return (end - passed) / 4;
    },
    // Without the line: it spares comparisons, and finds the same.
    match(table, other, wanted, count, _from, _to, _reach, firstLimit, limit, _work, passed) {
      const words = new Int32Array(memory.buffer);
      const record = table + other * RECORD * 4;
      let end = passed;
      for (let i = 0; i < count; i++) {
        const found = scan(record, wanted + i * WANTED_BYTES, firstLimit, limit, end + 8);
        if (found === end + 8) continue;
        words[end / 4] = i;
        words[end / 4 + 1] = (found - end) / 4 - 2;
        end = found;
      }
      return (end - passed) / 4;
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
    product(rows, biases, groups, width, vector, products) {
      const numbers = new Float32Array(memory.buffer);
      for (let row = 0; row < groups * GROUP; row++) {
        let at = rows / 4 + Math.floor(row / GROUP) * GROUP * width + (row % GROUP);
        let sum = numbers[biases / 4 + row] as number;
        for (let i = 0; i < width; i++, at += GROUP) {
          sum += (numbers[vector / 4 + i] as number) * (numbers[at] as number);
        }
        numbers[products / 4 + row] = sum;
      }
    },
    least(numbers, count) {
      const all = new Float32Array(memory.buffer, numbers, count);
      let place = 0;
      for (let i = 1; i < count; i++) {
        if ((all[i] as number) < (all[place] as number)) place = i;
      }
      return place;
    },
  };
}
