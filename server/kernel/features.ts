import { STATE_BYTES } from './cell';

/**
 * Means and maxima of h out of a direction's state: what the projection reads of it.
 *
 * @param state `[blocks][rows + 1]`, as `runDirection` leaves it
 * @param steps steps of each row
 * @param features where the first row's mean goes, its maximum right behind; rows are `featureBytes` apart
 */
export function poolState(
  rows: i32,
  blocks: i32,
  state: usize,
  steps: usize,
  features: usize,
  featureBytes: i32,
): void {
  const half = <usize>blocks << 4;
  for (let block = 0; block < blocks; block++) {
    for (let row = 0; row < rows; row++) {
      const from = state + <usize>(block * (rows + 1) + row) * STATE_BYTES;
      const to = features + <usize>(row * featureBytes) + (<usize>block << 4);
      const length = f32x4.splat(<f32>load<i32>(steps + (<usize>row << 2)));
      v128.store(to, f32x4.div(v128.load(from, 16), length));
      v128.store(to + half, v128.load(from, 32));
    }
  }
}

/** As in the reference: keeps the zero vector finite. */
const EPSILON: f32 = 1e-12;

/** Scales each row of `count` floats (a multiple of 8) to unit length. */
export function toUnit(rows: usize, size: i32, count: i32): void {
  const bytes = <usize>count << 2;
  for (let row = rows; row < rows + <usize>size * bytes; row += bytes) {
    let squares = f32x4.splat(0);
    for (let at = row; at < row + bytes; at += 16) {
      const x = v128.load(at);
      squares = f32x4.add(squares, f32x4.mul(x, x));
    }
    const low = f32x4.extract_lane(squares, 0) + f32x4.extract_lane(squares, 1);
    const high = f32x4.extract_lane(squares, 2) + f32x4.extract_lane(squares, 3);
    const factor = f32x4.splat(1 / sqrt<f32>(low + high + EPSILON));
    for (let at = row; at < row + bytes; at += 16) {
      v128.store(at, f32x4.mul(v128.load(at), factor));
    }
  }
}
