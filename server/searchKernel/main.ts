/*
 * The inner loops of twin search, for AssemblyScript. `server/src/core/twins/search/plainKernel.ts` says the same in
 * plain JavaScript; the memory's layout is that of `search/cell.ts` and `search/heads.ts`. Addresses are bytes.
 */

/** Bytes of a cell's record: address, blocks in use, blocks there are. */
const RECORD: usize = 12;
/**
 * Bytes of a block of four vectors: 16 first coordinates of 8 bits and a number of 32 bits each, the squared length of
 * those coordinates, negated.
 */
const FIRST: usize = 80;
/** And 8 further coordinates, and the id. */
const SECOND: usize = 48;

/**
 * Writes the ids of those heads whose squared distance to the wanted one is at most `limit`.
 *
 * The first coordinates rule out nearly all, by |x − w|² = |x|² + |w|² − 2 x·w; the others are looked at where a
 * head of the four is left.
 *
 * @param table records of all cells.
 * @param list which cells to look into, 32-bit numbers.
 * @param wanted 16-bit coordinates, laid out as a block whose four heads are the same.
 * @param squared the squared length of the wanted head's first coordinates.
 * @param passed room for as many ids as there are vectors in these cells, 32 bits each.
 * @returns how many were written.
 */
export function filter(
  table: usize,
  list: usize,
  count: i32,
  wanted: usize,
  squared: i32,
  firstLimit: i32,
  limit: i32,
  passed: usize,
): i32 {
  const least = i32x4.splat(squared - firstLimit);
  const most = i32x4.splat(limit);
  const length = i32x4.splat(squared);
  const w0 = twice(wanted);
  const w1 = twice(wanted + 16);
  const w2 = twice(wanted + 32);
  const w3 = twice(wanted + 48);
  const w4 = twice(wanted + 64);
  const w5 = twice(wanted + 80);
  const w6 = twice(wanted + 96);
  const w7 = twice(wanted + 112);
  let found: i32 = 0;
  for (const listEnd = list + (<usize>count << 2); list < listEnd; list += 4) {
    const record = table + <usize>load<i32>(list) * RECORD;
    const start = <usize>load<i32>(record);
    const seconds = start + <usize>load<i32>(record, 8) * FIRST;
    const end = start + <usize>load<i32>(record, 4) * FIRST;
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
      let left = i32x4.bitmask(isNear);
      const further = seconds + ((at - start) / FIRST) * SECOND;
      sum = i32x4.sub(length, sum);
      for (let pair: usize = 0; pair < 4; pair++) {
        const own = v128.load8x8_s(further + (pair << 3));
        sum = i32x4.add(sum, squares(own, v128.load(wanted + (pair << 4), 128)));
      }
      left &= i32x4.bitmask(i32x4.le_s(sum, most));
      while (left != 0) {
        const id = load<i32>(further + (<usize>ctz(left) << 2), 32);
        left &= left - 1;
        // Free places have none.
        if (id < 0) continue;
        store<i32>(passed + (<usize>found << 2), id);
        found++;
      }
    }
  }
  return found;
}

// @ts-ignore: decorator
@inline
function twice(address: usize): v128 {
  return i16x8.shl(v128.load(address), 1);
}

// @ts-ignore: decorator
@inline
function squares(some: v128, others: v128): v128 {
  const difference = i16x8.sub(some, others);
  return i32x4.dot_i16x8_s(difference, difference);
}

/**
 * Lists the cells that are not ruled out, see `search/reaches.ts`.
 *
 * @param distances to all centres, squared, as 32-bit floats; @param toOwn to the nearest.
 * @param scales half the inverse distances of that centre to the others; @param reaches of their cells towards it.
 * @param count of centres, a multiple of 4.
 * @param list room for as many numbers of 32 bits.
 * @returns how many were listed.
 */
export function list(
  distances: usize,
  toOwn: f32,
  scales: usize,
  reaches: usize,
  count: i32,
  most: f32,
  list: usize,
): i32 {
  const from = f32x4.splat(toOwn);
  const limit = f32x4.splat(most);
  let listed: i32 = 0;
  for (let i: i32 = 0; i < count; i += 4) {
    const at = <usize>i << 2;
    const along = f32x4.mul(f32x4.sub(v128.load(distances + at), from), v128.load(scales + at));
    const isNear = f32x4.le(f32x4.sub(along, v128.load(reaches + at)), limit);
    listed = enlist(list, listed, i, i32x4.bitmask(isNear));
  }
  return listed;
}

/** Writes to a list which of four from `first` on a mask names, in order; @returns how long the list is then. */
// @ts-ignore: decorator
@inline
function enlist(list: usize, length: i32, first: i32, mask: i32): i32 {
  for (; mask != 0; mask &= mask - 1, length++) {
    store<i32>(list + (<usize>length << 2), first + ctz(mask));
  }
  return length;
}

/**
 * Lets a cell reach as far towards other centres as a vector in it does.
 *
 * @param reaches of its cell towards the others, brought up to date; other arguments as in `list`.
 * @returns how many it reaches farther towards than before; `list` says which.
 */
export function extend(
  distances: usize,
  toOwn: f32,
  scales: usize,
  reaches: usize,
  count: i32,
  list: usize,
): i32 {
  const to = f32x4.splat(toOwn);
  let extended: i32 = 0;
  for (let i: i32 = 0; i < count; i += 4) {
    const at = <usize>i << 2;
    const along = f32x4.mul(f32x4.sub(to, v128.load(distances + at)), v128.load(scales + at));
    const before = v128.load(reaches + at);
    const left = i32x4.bitmask(f32x4.gt(along, before));
    if (left == 0) continue;
    v128.store(reaches + at, f32x4.max(along, before));
    extended = enlist(list, extended, i, left);
  }
  return extended;
}

/**
 * Writes the products of a vector with all axes, as 32-bit floats.
 *
 * @param axes in groups of 16; in each, for each coordinate those of the 16.
 * @param width coordinates.
 * @param vector 32-bit floats.
 */
export function project(
  axes: usize,
  groups: i32,
  width: i32,
  vector: usize,
  along: usize,
): void {
  for (let group: i32 = 0; group < groups; group++, along += 64) {
    let s0 = f32x4.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    for (let i: i32 = 0; i < width; i++, axes += 64) {
      const x = v128.load32_splat(vector + (<usize>i << 2));
      s0 = f32x4.add(s0, f32x4.mul(x, v128.load(axes, 0)));
      s1 = f32x4.add(s1, f32x4.mul(x, v128.load(axes, 16)));
      s2 = f32x4.add(s2, f32x4.mul(x, v128.load(axes, 32)));
      s3 = f32x4.add(s3, f32x4.mul(x, v128.load(axes, 48)));
    }
    v128.store(along, s0, 0);
    v128.store(along, s1, 16);
    v128.store(along, s2, 32);
    v128.store(along, s3, 48);
  }
}

/**
 * Writes the squared distances of a vector to all centres, as 32-bit floats.
 *
 * @param centres in groups of 16; in each, for each coordinate those of the 16.
 * @param width coordinates.
 * @param vector 32-bit floats.
 */
export function measure(
  centres: usize,
  groups: i32,
  width: i32,
  vector: usize,
  distances: usize,
): void {
  for (let group: i32 = 0; group < groups; group++, distances += 64) {
    let s0 = f32x4.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    for (let i: i32 = 0; i < width; i++, centres += 64) {
      const x = v128.load32_splat(vector + (<usize>i << 2));
      const d0 = f32x4.sub(x, v128.load(centres, 0));
      const d1 = f32x4.sub(x, v128.load(centres, 16));
      const d2 = f32x4.sub(x, v128.load(centres, 32));
      const d3 = f32x4.sub(x, v128.load(centres, 48));
      s0 = f32x4.add(s0, f32x4.mul(d0, d0));
      s1 = f32x4.add(s1, f32x4.mul(d1, d1));
      s2 = f32x4.add(s2, f32x4.mul(d2, d2));
      s3 = f32x4.add(s3, f32x4.mul(d3, d3));
    }
    v128.store(distances, s0, 0);
    v128.store(distances, s1, 16);
    v128.store(distances, s2, 32);
    v128.store(distances, s3, 48);
  }
}
