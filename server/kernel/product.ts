/** Columns that are made at once: two vectors. */
const BLOCK: i32 = 8;

// @ts-ignore: decorator
@inline
function multiplyAdd(sum: v128, a: v128, b: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, b));
}

/**
 * out = a·b + bias, in floats.
 *
 * @param a `[rows][inner]`
 * @param b packed `[columns / 8][inner][8]`
 * @param bias `[columns]`
 * @param out `[rows][columns]`
 * @param columns a multiple of 8
 */
export function multiply(
  a: usize,
  b: usize,
  bias: usize,
  out: usize,
  rows: i32,
  inner: i32,
  columns: i32,
): void {
  const aBytes = <usize>inner << 2;
  const outBytes = <usize>columns << 2;
  for (let column = 0; column < columns; column += BLOCK) {
    const w = b + <usize>column * aBytes;
    const at = <usize>column << 2;
    for (let row = 0; row < rows; row += 4) {
      // Rows that are not there are done as the last one again.
      const row0 = <usize>row;
      const row1 = <usize>min(row + 1, rows - 1);
      const row2 = <usize>min(row + 2, rows - 1);
      const row3 = <usize>min(row + 3, rows - 1);
      multiplyBlock(
        w,
        aBytes,
        bias + at,
        a + row0 * aBytes,
        a + row1 * aBytes,
        a + row2 * aBytes,
        a + row3 * aBytes,
        out + row0 * outBytes + at,
        out + row1 * outBytes + at,
        out + row2 * outBytes + at,
        out + row3 * outBytes + at,
      );
    }
  }
}

/** Four rows of eight columns. */
function multiplyBlock(
  w: usize,
  aBytes: usize,
  bias: usize,
  a0: usize,
  a1: usize,
  a2: usize,
  a3: usize,
  out0: usize,
  out1: usize,
  out2: usize,
  out3: usize,
): void {
  let left0 = v128.load(bias);
  let right0 = v128.load(bias, 16);
  let left1 = left0;
  let left2 = left0;
  let left3 = left0;
  let right1 = right0;
  let right2 = right0;
  let right3 = right0;
  for (let k: usize = 0; k < aBytes; k += 4) {
    const left = v128.load(w);
    const right = v128.load(w, 16);
    const x0 = v128.load32_splat(a0 + k);
    left0 = multiplyAdd(left0, left, x0);
    right0 = multiplyAdd(right0, right, x0);
    const x1 = v128.load32_splat(a1 + k);
    left1 = multiplyAdd(left1, left, x1);
    right1 = multiplyAdd(right1, right, x1);
    const x2 = v128.load32_splat(a2 + k);
    left2 = multiplyAdd(left2, left, x2);
    right2 = multiplyAdd(right2, right, x2);
    const x3 = v128.load32_splat(a3 + k);
    left3 = multiplyAdd(left3, left, x3);
    right3 = multiplyAdd(right3, right, x3);
    w += 32;
  }
  v128.store(out0, left0);
  v128.store(out0, right0, 16);
  v128.store(out1, left1);
  v128.store(out1, right1, 16);
  v128.store(out2, left2);
  v128.store(out2, right2, 16);
  v128.store(out3, left3);
  v128.store(out3, right3, 16);
}
