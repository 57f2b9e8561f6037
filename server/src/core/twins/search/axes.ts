import type { VectorTable } from './vectorTable';

/** Axes that vectors are laid along: with more, measuring to all centres costs more than it saves. */
export const MOST_AXES = 48;
/** Vectors that the axes are found by. */
const SAMPLE = 4096;
/** How often the axes are turned; they begin near to where they end. */
const ROUNDS = 8;

/** A point and directions from it that are at right angles to each other. */
export interface Axes {
  /** At most `MOST_AXES`. */
  readonly count: number;
  readonly dimensions: number;
  /** `[dimensions]` */
  readonly middle: Float32Array;
  /** Unit vectors, `[count × dimensions]`, the widest spread first. */
  readonly values: Float32Array;
}

/** The coordinates themselves, as many as there are axes. */
export function firstAxes(dimensions: number): Axes {
  const count = Math.min(MOST_AXES, dimensions);
  const values = new Float32Array(count * dimensions);
  for (let i = 0; i < count; i++) values[i * dimensions + i] = 1;
  return { count, dimensions, middle: new Float32Array(dimensions), values };
}

/**
 * The principal axes of vectors: along few of them, two vectors are as far apart as along few lines they can be. By
 * orthogonal iteration on the covariance of a sample. Yields now and then, so that its caller may pause.
 *
 * Which axes are found bears on speed alone: along any, no two vectors are farther apart than they are.
 */
export function* principalAxes(
  vectors: VectorTable,
  ids: readonly number[],
): Generator<void, Axes> {
  const { dimensions } = vectors;
  const size = Math.min(SAMPLE, ids.length);
  const sample = Array.from(
    { length: size },
    (_, i) => ids[Math.floor((i * ids.length) / size)] as number,
  );
  const middle = new Float64Array(dimensions);
  for (const id of sample) {
    const row = vectors.row(id);
    for (let i = 0; i < dimensions; i++) middle[i] = (middle[i] as number) + (row[i] as number);
  }
  for (let i = 0; i < dimensions; i++) middle[i] = (middle[i] as number) / size;
  const covariance = new Float64Array(dimensions * dimensions);
  const from = new Float64Array(dimensions);
  for (const id of sample) {
    const row = vectors.row(id);
    for (let i = 0; i < dimensions; i++) from[i] = (row[i] as number) - (middle[i] as number);
    addSquare(covariance, from);
    yield;
  }
  const { count, values } = firstAxes(dimensions);
  let axes: Float64Array = Float64Array.from(values);
  for (let round = 0; round < ROUNDS; round++) {
    axes = turned(axes, covariance, dimensions);
    yield;
    // Twice: once leaves a rest of what is nearly parallel.
    straighten(axes, dimensions);
    yield;
    straighten(axes, dimensions);
    yield;
  }
  return {
    count,
    dimensions,
    middle: Float32Array.from(middle),
    values: Float32Array.from(axes),
  };
}

/** Adds a vector's products with itself. */
function addSquare(sums: Float64Array, vector: Float64Array): void {
  const { length } = vector;
  for (let i = 0, at = 0; i < length; i++) {
    const x = vector[i] as number;
    for (let j = 0; j < length; j++, at++)
      sums[at] = (sums[at] as number) + x * (vector[j] as number);
  }
}

/** Each axis times a symmetric matrix. */
function turned(axes: Float64Array, matrix: Float64Array, dimensions: number): Float64Array {
  const after = new Float64Array(axes.length);
  for (let start = 0; start < axes.length; start += dimensions) {
    for (let i = 0; i < dimensions; i++) {
      const x = axes[start + i] as number;
      for (let j = 0, at = i * dimensions; j < dimensions; j++, at++) {
        after[start + j] = (after[start + j] as number) + x * (matrix[at] as number);
      }
    }
  }
  return after;
}

/** Gram–Schmidt. An axis of which nothing is left becomes 0: nothing lies apart along it. */
function straighten(axes: Float64Array, dimensions: number): void {
  for (let start = 0; start < axes.length; start += dimensions) {
    const axis = axes.subarray(start, start + dimensions);
    const before = lengthOf(axis);
    for (let other = 0; other < start; other += dimensions) {
      let along = 0;
      for (let i = 0; i < dimensions; i++)
        along += (axis[i] as number) * (axes[other + i] as number);
      for (let i = 0; i < dimensions; i++) {
        axis[i] = (axis[i] as number) - along * (axes[other + i] as number);
      }
    }
    const after = lengthOf(axis);
    const scale = after > 1e-9 * before && after > 1e-30 ? 1 / after : 0;
    for (let i = 0; i < dimensions; i++) axis[i] = (axis[i] as number) * scale;
  }
}

function lengthOf(vector: Float64Array): number {
  let sum = 0;
  for (const x of vector) sum += x * x;
  return Math.sqrt(sum);
}
