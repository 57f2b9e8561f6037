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
