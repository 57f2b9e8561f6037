import { ROUNDER } from './exponential';

const LARGEST: f32 = 32767;

/**
 * Rounds floats to 16-bit whole numbers of one scale, the finest that holds the largest of them.
 *
 * @param count a multiple of 8
 * @param scaleAt where the scale goes: float = whole number · scale
 */
export function quantise(from: usize, to: usize, count: i32, scaleAt: usize): void {
  const end = from + (<usize>count << 2);
  let largest = f32x4.splat(0);
  for (let at = from; at < end; at += 16) {
    largest = f32x4.pmax(largest, f32x4.abs(v128.load(at)));
  }
  const low = max(f32x4.extract_lane(largest, 0), f32x4.extract_lane(largest, 1));
  const high = max(f32x4.extract_lane(largest, 2), f32x4.extract_lane(largest, 3));
  const scale = max(low, high) / LARGEST;
  store<f32>(scaleAt, scale);
  const inverse = f32x4.splat(scale > 0 ? 1 / scale : 0);
  for (let at = from; at < end; at += 32) {
    const left = round(f32x4.mul(v128.load(at), inverse));
    const right = round(f32x4.mul(v128.load(at, 16), inverse));
    v128.store(to, i16x8.narrow_i32x4_s(left, right));
    to += 16;
  }
}

// @ts-ignore: decorator
@inline
function round(x: v128): v128 {
  return i32x4.sub(f32x4.add(x, f32x4.splat(ROUNDER)), f32x4.splat(ROUNDER));
}

/**
 * The mean word vector of each row of a batch, into the first columns of its features.
 *
 * @param tokens `[rows][stride]` addresses of table rows
 * @param steps tokens of each row
 * @param scaleAt where in a table row the word vector's scale is
 * @param partAt where in a table row the word vector starts
 * @param count length of a word vector, a multiple of 8
 * @param features `[rows]` of `featureBytes`
 */
export function meanWords(
  rows: i32,
  tokens: usize,
  stride: i32,
  steps: usize,
  scaleAt: usize,
  partAt: usize,
  count: i32,
  features: usize,
  featureBytes: i32,
): void {
  const bytes = <usize>count << 2;
  for (let row = 0; row < rows; row++) {
    const from = tokens + (<usize>(row * stride) << 2);
    const length = load<i32>(steps + (<usize>row << 2));
    const to = features + <usize>(row * featureBytes);
    memory.fill(to, 0, bytes);
    for (let t = 0; t < length; t++) {
      const entry = <usize>load<u32>(from + (<usize>t << 2));
      const scale = f32x4.splat(load<f32>(entry + scaleAt) / <f32>length);
      for (let at: usize = 0; at < bytes; at += 16) {
        const whole = f32x4.convert_i32x4_s(v128.load16x4_s(entry + partAt + (at >> 1)));
        v128.store(to + at, f32x4.add(v128.load(to + at), f32x4.mul(whole, scale)));
      }
    }
  }
}
