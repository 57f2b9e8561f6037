/*
 * The inner loops of twin search, for AssemblyScript. `server/src/core/twins/search/plainKernel.ts` says the same in
 * plain JavaScript; the memory's layout is that of `search/cellMemory.ts`. Addresses are bytes.
 */

/** Bytes of a block: the heads of four vectors, 24 coordinates of 16 bits each. */
const BLOCK: usize = 192;

/**
 * Writes the places of those heads whose squared distance to the wanted one is at most `limit`.
 *
 * Half of the coordinates rule out nearly all; the other half is looked at where a head of the four is left.
 *
 * @param heads blocks; in each, for each pair of coordinates those of the four vectors.
 * @param wanted as a block whose four heads are the same.
 * @param passed room for four places per block, 32 bits each.
 * @returns how many were written.
 */
export function filter(
  heads: usize,
  blocks: i32,
  wanted: usize,
  limit: i32,
  passed: usize,
): i32 {
  const most = i32x4.splat(limit);
  const w0 = v128.load(wanted, 0);
  const w1 = v128.load(wanted, 16);
  const w2 = v128.load(wanted, 32);
  const w3 = v128.load(wanted, 48);
  const w4 = v128.load(wanted, 64);
  const w5 = v128.load(wanted, 80);
  let found: i32 = 0;
  for (let block: i32 = 0; block < blocks; block++, heads += BLOCK) {
    let sum = squares(v128.load(heads, 0), w0);
    sum = i32x4.add(sum, squares(v128.load(heads, 16), w1));
    sum = i32x4.add(sum, squares(v128.load(heads, 32), w2));
    sum = i32x4.add(sum, squares(v128.load(heads, 48), w3));
    sum = i32x4.add(sum, squares(v128.load(heads, 64), w4));
    sum = i32x4.add(sum, squares(v128.load(heads, 80), w5));
    if (!v128.any_true(i32x4.le_s(sum, most))) continue;
    for (let pair: usize = 96; pair < BLOCK; pair += 16) {
      sum = i32x4.add(sum, squares(v128.load(heads + pair), v128.load(wanted + pair)));
    }
    let left = i32x4.bitmask(i32x4.le_s(sum, most));
    while (left != 0) {
      store<i32>(passed + (<usize>found << 2), (block << 2) + ctz(left));
      left &= left - 1;
      found++;
    }
  }
  return found;
}

// @ts-ignore: decorator
@inline
function squares(some: v128, others: v128): v128 {
  const difference = i16x8.sub(some, others);
  return i32x4.dot_i16x8_s(difference, difference);
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
