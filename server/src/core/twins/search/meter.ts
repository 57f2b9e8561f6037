import type { Centres } from './centres';
import type { SearchKernel } from './kernel';
import type { KernelMemory } from './kernelMemory';

/** Rows that the kernel works on at once. */
const GROUP = 32;
/** A squared distance beyond any: of what fills up the last group. */
const FAR = 1e30;

/**
 * How far a vector is from centres: squared distances in single precision, each less the square of the vector's own
 * length along the axes, so that their differences count.
 */
export interface Measured {
  /** The nearest centre, the first of equals. */
  readonly own: number;
  readonly toOwn: number;
  /** Address of those to all centres, until something is measured again. */
  readonly distancesAt: number;
}

/** Lays vectors along axes and measures how far they are from centres. */
export class Meter {
  readonly #kernel: SearchKernel;
  readonly #memory: KernelMemory;
  readonly #axes: Rows;
  readonly #centres: Rows;
  readonly #vectorAt: number;
  readonly #alongAt: number;
  readonly #distancesAt: number;

  constructor({ axes, count, values }: Centres, memory: KernelMemory, kernel: SearchKernel) {
    this.#kernel = kernel;
    this.#memory = memory;
    const { middle, dimensions } = axes;
    this.#axes = takeRows(memory, axes.values, axes.count, 1, 0, (axis) => -product(axis, middle));
    // |x − c|² is |c|² − 2 c·x, and |x|², which is the same for all centres.
    this.#centres = takeRows(memory, values, count, -2, FAR, (centre) => product(centre, centre));
    this.#vectorAt = memory.take(dimensions * 4);
    this.#alongAt = memory.take(this.#axes.groups * GROUP * 4);
    this.#distancesAt = memory.take(this.#centres.groups * GROUP * 4);
  }

  /** A vector's coordinates along the axes, until another is laid or the kernel's memory grows. */
  lay(vector: Float32Array): Float32Array {
    const floats = this.#memory.float32;
    floats.set(vector, this.#vectorAt / 4);
    this.#multiply(this.#axes, this.#vectorAt, this.#alongAt);
    const start = this.#alongAt / 4;
    return floats.subarray(start, start + this.#axes.count);
  }

  /** As `measure`, of a point given by its coordinates along the axes. */
  measureFrom(along: Float32Array): Measured {
    this.#memory.float32.set(along, this.#alongAt / 4);
    return this.measure();
  }

  /** Measures how far the vector that was laid last is from all centres. */
  measure(): Measured {
    this.#multiply(this.#centres, this.#alongAt, this.#distancesAt);
    const own = this.#kernel.least(this.#distancesAt, this.#centres.groups * GROUP);
    const toOwn = this.#memory.float32[this.#distancesAt / 4 + own] as number;
    return { own, toOwn, distancesAt: this.#distancesAt };
  }

  #multiply({ rows, biases, groups, width }: Rows, vector: number, products: number): void {
    this.#kernel.product(rows, biases, groups, width, vector, products);
  }
}

/** Rows in the kernel's order: in groups; in each, for each column those of the group. */
interface Rows {
  readonly rows: number;
  readonly biases: number;
  readonly count: number;
  readonly groups: number;
  readonly width: number;
}

function takeRows(
  memory: KernelMemory,
  values: Float32Array,
  count: number,
  factor: number,
  filling: number,
  biasOf: (row: Float32Array) => number,
): Rows {
  const width = values.length / count;
  const groups = Math.ceil(count / GROUP);
  const rows = memory.take(groups * GROUP * width * 4);
  const biases = memory.take(groups * GROUP * 4);
  const floats = memory.float32;
  floats.fill(0, rows / 4, rows / 4 + groups * GROUP * width);
  floats.fill(filling, biases / 4, biases / 4 + groups * GROUP);
  for (let row = 0; row < count; row++) {
    const own = values.subarray(row * width, (row + 1) * width);
    const at = rows / 4 + Math.floor(row / GROUP) * GROUP * width + (row % GROUP);
    for (let i = 0; i < width; i++) floats[at + i * GROUP] = factor * (own[i] as number);
    floats[biases / 4 + row] = biasOf(own);
  }
  return { rows, biases, count, groups, width };
}

function product(some: Float32Array, others: Float32Array): number {
  return some.reduce((sum, x, i) => sum + x * (others[i] as number), 0);
}
