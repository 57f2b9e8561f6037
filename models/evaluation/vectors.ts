/** Scales `vector` to unit length; the zero vector stays as it is. */
export function toUnit(vector: Float32Array): Float32Array {
  const squares = dot(vector, vector);
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  return vector.map((value) => value * scale);
}

/** The scalar product; of unit vectors, their cosine. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += (a[d] as number) * (b[d] as number);
  return sum;
}
