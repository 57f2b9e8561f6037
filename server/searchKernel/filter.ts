import { FIRST, RECORD, SECOND } from './layout';

/**
 * Writes the ids of those heads whose squared distance to the wanted one is at most `limit`.
 *
 * @param table records of all cells.
 * @param list which cells to look into, 32-bit numbers.
 * @param firstLimit as `limit`, of the first coordinates.
 * @param passed room for as many ids as there are vectors in these cells, 32 bits each.
 * @returns how many were written.
 */
export function filter(
  table: usize,
  list: usize,
  count: i32,
  wanted: usize,
  firstLimit: i32,
  limit: i32,
  passed: usize,
): i32 {
  let end = passed;
  for (const listEnd = list + (<usize>count << 2); list < listEnd; list += 4) {
    const record = table + load<usize>(list) * RECORD;
    const start = load<usize>(record);
    const seconds = start + load<usize>(record, 8) * FIRST;
    end = scan(start, load<i32>(record, 4), seconds, wanted, firstLimit, limit, end);
  }
  return <i32>((end - passed) >> 2);
}

/**
 * Does that with some blocks. The first coordinates rule out nearly all, by |x − w|² = |x|² + |w|² − 2 x·w; the others
 * are looked at where a head of the four is left.
 *
 * @returns the address behind what it wrote.
 */
export function scan(
  start: usize,
  blocks: i32,
  seconds: usize,
  wanted: usize,
  firstLimit: i32,
  limit: i32,
  passed: usize,
): usize {
  const squared = load<i32>(wanted, 48);
  const least = i32x4.splat(squared - firstLimit);
  const w0 = twice(wanted);
  const w1 = twice(wanted + 4);
  const w2 = twice(wanted + 8);
  const w3 = twice(wanted + 12);
  const w4 = twice(wanted + 16);
  const w5 = twice(wanted + 20);
  const w6 = twice(wanted + 24);
  const w7 = twice(wanted + 28);
  const end = start + <usize>blocks * FIRST;
  for (let at = start; at < end; at += FIRST) {
    let sum = i32x4.add(v128.load(at, 64), i32x4.dot_i16x8_s(v128.load8x8_s(at, 0), w0));
    let other = i32x4.dot_i16x8_s(v128.load8x8_s(at, 8), w1);
    sum = i32x4.add(sum, i32x4.dot_i16x8_s(v128.load8x8_s(at, 16), w2));
    other = i32x4.add(other, i32x4.dot_i16x8_s(v128.load8x8_s(at, 24), w3));
    sum = i32x4.add(sum, i32x4.dot_i16x8_s(v128.load8x8_s(at, 32), w4));
    other = i32x4.add(other, i32x4.dot_i16x8_s(v128.load8x8_s(at, 40), w5));
    sum = i32x4.add(sum, i32x4.dot_i16x8_s(v128.load8x8_s(at, 48), w6));
    other = i32x4.add(other, i32x4.dot_i16x8_s(v128.load8x8_s(at, 56), w7));
    sum = i32x4.add(sum, other);
    const isNear = i32x4.ge_s(sum, least);
    if (!v128.any_true(isNear)) continue;
    const further = seconds + ((at - start) / FIRST) * SECOND;
    sum = i32x4.sub(i32x4.splat(squared), sum);
    for (let pair: usize = 0; pair < 4; pair++) {
      const own = v128.load8x8_s(further + (pair << 3));
      sum = i32x4.add(sum, squares(own, v128.load32_splat(wanted + (pair << 2), 32)));
    }
    const isLeft = v128.and(isNear, i32x4.le_s(sum, i32x4.splat(limit)));
    for (let left = i32x4.bitmask(isLeft); left != 0; left &= left - 1) {
      const id = load<i32>(further + (<usize>ctz(left) << 2), 32);
      // Free places have none.
      if (id < 0) continue;
      store<i32>(passed, id);
      passed += 4;
    }
  }
  return passed;
}

// @ts-ignore: decorator
@inline
function twice(address: usize): v128 {
  return i16x8.shl(v128.load32_splat(address), 1);
}

// @ts-ignore: decorator
@inline
function squares(some: v128, others: v128): v128 {
  const difference = i16x8.sub(some, others);
  return i32x4.dot_i16x8_s(difference, difference);
}
