import { cell, STATE_BYTES } from './cell';

/** k's whose products are summed in whole numbers before they go into floats: the weights' bits depend on it. */
const CHUNK_BYTES: usize = 64 * 2;
/** Bytes of a block of weights: one pair of k's, four gates, four units, two bytes each. */
const PAIR_BYTES: usize = 64;

// @ts-ignore: decorator
@inline
function dot(sum: v128, weights: v128, h: v128): v128 {
  return i32x4.add(sum, i32x4.dot_i16x8_s(weights, h));
}

/** z's start: x·W + b of the row's token, from its table row. */
// @ts-ignore: decorator
@inline
function start(table: usize, offset: usize, scale: v128): v128 {
  return f32x4.mul(f32x4.convert_i32x4_s(v128.load16x4_s(table + offset)), scale);
}

// @ts-ignore: decorator
@inline
function add(z: v128, sum: v128, scale: v128): v128 {
  return f32x4.add(z, f32x4.mul(f32x4.convert_i32x4_s(sum), scale));
}

/**
 * One step of four units of two rows: z = x·W + b + h·U in registers, then the gates. Two rows by four gates are what
 * sixteen vector registers hold.
 *
 * @param hiddenBytes bytes of a row of h, a multiple of 8; 0 at the first step, where h is 0
 * @param hiddenA, hiddenB h of the last step, 16-bit whole numbers
 * @param nextA, nextB where four units of this step's h go
 */
function cells(
  weights: usize,
  scales: usize,
  hiddenBytes: usize,
  tableA: usize,
  tableB: usize,
  scaleA: v128,
  scaleB: v128,
  hiddenA: usize,
  hiddenB: usize,
  stateA: usize,
  stateB: usize,
  nextA: usize,
  nextB: usize,
): void {
  let ai = start(tableA, 0, scaleA);
  let af = start(tableA, 8, scaleA);
  let ag = start(tableA, 16, scaleA);
  let ao = start(tableA, 24, scaleA);
  let bi = start(tableB, 0, scaleB);
  let bf = start(tableB, 8, scaleB);
  let bg = start(tableB, 16, scaleB);
  let bo = start(tableB, 24, scaleB);
  const si = v128.load(scales);
  const sf = v128.load(scales, 16);
  const sg = v128.load(scales, 32);
  const so = v128.load(scales, 48);
  for (let done: usize = 0; done < hiddenBytes; done += CHUNK_BYTES) {
    const end = hiddenA + min(hiddenBytes, done + CHUNK_BYTES);
    let a0 = i32x4.splat(0);
    let a1 = i32x4.splat(0);
    let a2 = i32x4.splat(0);
    let a3 = i32x4.splat(0);
    let b0 = i32x4.splat(0);
    let b1 = i32x4.splat(0);
    let b2 = i32x4.splat(0);
    let b3 = i32x4.splat(0);
    let b = hiddenB + done;
    for (let a = hiddenA + done; a < end; a += 8) {
      const ha0 = v128.load32_splat(a, 0);
      const hb0 = v128.load32_splat(b, 0);
      const w00 = v128.load(weights, 0);
      a0 = dot(a0, w00, ha0);
      b0 = dot(b0, w00, hb0);
      const w01 = v128.load(weights, 16);
      a1 = dot(a1, w01, ha0);
      b1 = dot(b1, w01, hb0);
      const w02 = v128.load(weights, 32);
      a2 = dot(a2, w02, ha0);
      b2 = dot(b2, w02, hb0);
      const w03 = v128.load(weights, 48);
      a3 = dot(a3, w03, ha0);
      b3 = dot(b3, w03, hb0);
      const ha1 = v128.load32_splat(a, 4);
      const hb1 = v128.load32_splat(b, 4);
      const w10 = v128.load(weights, 64);
      a0 = dot(a0, w10, ha1);
      b0 = dot(b0, w10, hb1);
      const w11 = v128.load(weights, 80);
      a1 = dot(a1, w11, ha1);
      b1 = dot(b1, w11, hb1);
      const w12 = v128.load(weights, 96);
      a2 = dot(a2, w12, ha1);
      b2 = dot(b2, w12, hb1);
      const w13 = v128.load(weights, 112);
      a3 = dot(a3, w13, ha1);
      b3 = dot(b3, w13, hb1);
      b += 8;
      weights += 2 * PAIR_BYTES;
    }
    ai = add(ai, a0, si);
    af = add(af, a1, sf);
    ag = add(ag, a2, sg);
    ao = add(ao, a3, so);
    bi = add(bi, b0, si);
    bf = add(bf, b1, sf);
    bg = add(bg, b2, sg);
    bo = add(bo, b3, so);
  }
  const a = cell(stateA, ai, af, ag, ao);
  const b = cell(stateB, bi, bf, bg, bo);
  const both = i16x8.narrow_i32x4_s(a, b);
  v128.store64_lane(nextA, both, 0);
  v128.store64_lane(nextB, both, 1);
}

/**
 * Runs one direction over a batch and leaves each row's state: c, the sum of h, its maximum.
 *
 * Rows are sorted, longest first: those that have ended are simply no longer visited.
 *
 * @param blocks blocks of four units
 * @param tokens `[rows][stride]` addresses of the tokens' table rows, from each row's first token
 * @param steps tokens of each row, 32 bits, at least 1, falling
 * @param reversed whether the last token is read first
 * @param scaleAt where in a table row this direction's scale is, a float
 * @param partAt where in a table row this direction's numbers start
 * @param weights `[blocks][pairs of k][gates][4][2]` 16-bit numbers
 * @param scales `[blocks][gates][4]` floats: what a whole number of h·U is worth
 * @param hidden two buffers of `[rows + 1][4·blocks]` 16-bit numbers
 * @param state `[blocks][rows + 1]` of STATE_BYTES; the row after the last is a spare, for company of an odd one
 */
export function runDirection(
  rows: i32,
  blocks: i32,
  tokens: usize,
  stride: i32,
  steps: usize,
  reversed: bool,
  scaleAt: usize,
  partAt: usize,
  weights: usize,
  scales: usize,
  hidden: usize,
  state: usize,
): void {
  const hiddenBytes: usize = <usize>blocks * 8;
  const bufferBytes: usize = hiddenBytes * <usize>(rows + 1);
  const blockBytes: usize = hiddenBytes * 16;
  const stateBytes: usize = <usize>(rows + 1) * STATE_BYTES;
  clearState(state, stateBytes * <usize>blocks);
  let active = rows;
  let last = hidden;
  let next = hidden + bufferBytes;
  const longest = load<i32>(steps);
  for (let t = 0; t < longest; t++) {
    while (load<i32>(steps + ((<usize>active - 1) << 2)) <= t) active--;
    for (let block = 0; block < blocks; block++) {
      const w = weights + <usize>block * blockBytes;
      const s = scales + (<usize>block << 6);
      const entry = partAt + (<usize>block << 5);
      const states = state + <usize>block * stateBytes;
      for (let row = 0; row < active; row += 2) {
        const other = row + 1 < active ? row + 1 : row;
        const spare = row + 1 < active ? row + 1 : rows;
        const tokenA = tokenAt(tokens, stride, steps, row, t, reversed);
        const tokenB = tokenAt(tokens, stride, steps, other, t, reversed);
        cells(
          w,
          s,
          t == 0 ? 0 : hiddenBytes,
          tokenA + entry,
          tokenB + entry,
          v128.load32_splat(tokenA + scaleAt),
          v128.load32_splat(tokenB + scaleAt),
          last + <usize>row * hiddenBytes,
          last + <usize>spare * hiddenBytes,
          states + <usize>row * STATE_BYTES,
          states + <usize>spare * STATE_BYTES,
          next + <usize>row * hiddenBytes + (<usize>block << 3),
          next + <usize>spare * hiddenBytes + (<usize>block << 3),
        );
      }
    }
    const swap = last;
    last = next;
    next = swap;
  }
}

// @ts-ignore: decorator
@inline
function tokenAt(tokens: usize, stride: i32, steps: usize, row: i32, t: i32, reversed: bool): usize {
  const at = reversed ? load<i32>(steps + (<usize>row << 2)) - 1 - t : t;
  return load<u32>(tokens + (<usize>(row * stride + at) << 2));
}

/** No memory, nothing summed, and a maximum that any h exceeds. */
function clearState(state: usize, bytes: usize): void {
  for (let at = state; at < state + bytes; at += STATE_BYTES) {
    v128.store(at, f32x4.splat(0));
    v128.store(at, f32x4.splat(0), 16);
    v128.store(at, f32x4.splat(-2), 32);
  }
}
