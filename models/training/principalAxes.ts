/** Sweeps over all pairs of axes; ten bring a 128 × 128 matrix to machine precision. */
const SWEEPS = 12;

/**
 * The principal axes of a set of vectors: eigenvectors of their covariance, the axis of largest variance first,
 * as the columns of a `[dimensions, dimensions]` orthogonal matrix, row-major.
 *
 * Cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations, 8.5).
 */
export function principalAxes(vectors: readonly Float32Array[]): Float64Array {
  const dimensions = vectors[0]?.length ?? 0;
  const matrix = covarianceOf(vectors, dimensions);
  const axes = new Float64Array(dimensions * dimensions);
  for (let i = 0; i < dimensions; i++) axes[i * dimensions + i] = 1;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let p = 0; p < dimensions; p++) {
      for (let q = p + 1; q < dimensions; q++) rotate(matrix, axes, dimensions, p, q);
    }
  }
  const order = Array.from({ length: dimensions }, (_, i) => i);
  order.sort((i, j) => at(matrix, j * dimensions + j) - at(matrix, i * dimensions + i));
  return axes.map((_, k) => {
    const row = Math.floor(k / dimensions);
    return at(axes, row * dimensions + (order[k % dimensions] as number));
  });
}

function covarianceOf(vectors: readonly Float32Array[], dimensions: number): Float64Array {
  const mean = new Float64Array(dimensions);
  for (const vector of vectors) {
    for (let i = 0; i < dimensions; i++)
      mean[i] = at(mean, i) + (vector[i] as number) / vectors.length;
  }
  const covariance = new Float64Array(dimensions * dimensions);
  for (const vector of vectors) {
    const centred = Float64Array.from(vector, (value, i) => value - at(mean, i));
    for (let i = 0; i < dimensions; i++) {
      for (let j = 0; j < dimensions; j++) {
        const k = i * dimensions + j;
        covariance[k] = at(covariance, k) + at(centred, i) * at(centred, j);
      }
    }
  }
  return covariance;
}

/** Turns axes p and q so that their covariance becomes 0. */
function rotate(matrix: Float64Array, axes: Float64Array, n: number, p: number, q: number): void {
  const covariance = at(matrix, p * n + q);
  if (covariance === 0) return;
  const theta = (at(matrix, q * n + q) - at(matrix, p * n + p)) / (2 * covariance);
  const tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  const turn = (values: Float64Array, i: number, j: number) => {
    const x = at(values, i);
    const y = at(values, j);
    values[i] = cosine * x - sine * y;
    values[j] = sine * x + cosine * y;
  };
  for (let k = 0; k < n; k++) turn(matrix, k * n + p, k * n + q);
  for (let k = 0; k < n; k++) turn(matrix, p * n + k, q * n + k);
  for (let k = 0; k < n; k++) turn(axes, k * n + p, k * n + q);
}

const at = (values: Float64Array, index: number) => values[index] as number;
