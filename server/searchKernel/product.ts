/**
 * Writes the products of a vector with some rows, each plus a number of the row's own, as 32-bit floats.
 *
 * @param rows in groups of 32: for each column those of the 32.
 * @param biases a 32-bit float per row.
 * @param width columns.
 * @param vector 32-bit floats.
 */
export function product(
  rows: usize,
  biases: usize,
  groups: i32,
  width: i32,
  vector: usize,
  products: usize,
): void {
  const vectorEnd = vector + (<usize>width << 2);
  for (let group: i32 = 0; group < groups; group++, products += 128, biases += 128) {
    let s0 = v128.load(biases, 0);
    let s1 = v128.load(biases, 16);
    let s2 = v128.load(biases, 32);
    let s3 = v128.load(biases, 48);
    let s4 = v128.load(biases, 64);
    let s5 = v128.load(biases, 80);
    let s6 = v128.load(biases, 96);
    let s7 = v128.load(biases, 112);
    for (let at = vector; at < vectorEnd; at += 4, rows += 128) {
      const x = v128.load32_splat(at);
      s0 = f32x4.add(s0, f32x4.mul(x, v128.load(rows, 0)));
      s1 = f32x4.add(s1, f32x4.mul(x, v128.load(rows, 16)));
      s2 = f32x4.add(s2, f32x4.mul(x, v128.load(rows, 32)));
      s3 = f32x4.add(s3, f32x4.mul(x, v128.load(rows, 48)));
      s4 = f32x4.add(s4, f32x4.mul(x, v128.load(rows, 64)));
      s5 = f32x4.add(s5, f32x4.mul(x, v128.load(rows, 80)));
      s6 = f32x4.add(s6, f32x4.mul(x, v128.load(rows, 96)));
      s7 = f32x4.add(s7, f32x4.mul(x, v128.load(rows, 112)));
    }
    v128.store(products, s0, 0);
    v128.store(products, s1, 16);
    v128.store(products, s2, 32);
    v128.store(products, s3, 48);
    v128.store(products, s4, 64);
    v128.store(products, s5, 80);
    v128.store(products, s6, 96);
    v128.store(products, s7, 112);
  }
}

/**
 * Where the least of some 32-bit floats stands, the first of equals.
 *
 * @param count a multiple of 4, at least 4.
 */
export function least(numbers: usize, count: i32): i32 {
  let lowest = v128.load(numbers);
  const end = numbers + (<usize>count << 2);
  for (let at = numbers + 16; at < end; at += 16) lowest = f32x4.min(lowest, v128.load(at));
  lowest = f32x4.min(lowest, i32x4.shuffle(lowest, lowest, 2, 3, 0, 1));
  lowest = f32x4.min(lowest, i32x4.shuffle(lowest, lowest, 1, 0, 3, 2));
  for (let at = numbers; at < end; at += 16) {
    const places = i32x4.bitmask(f32x4.eq(lowest, v128.load(at)));
    if (places != 0) return <i32>((at - numbers) >> 2) + ctz(places);
  }
  return 0;
}
