import type { Axes } from './axes';
import type { Centres } from './centres';
import type { SearchKernel } from './kernel';
import type { KernelMemory } from './kernelMemory';

/** Rows that the kernel works on at once. */
const GROUP = 16;

/** Lays vectors along axes and measures how far they are from centres. Arrays are valid until the next call. */
export class Meter {
  readonly #kernel: SearchKernel;
  readonly #memory: KernelMemory;
  readonly #axes: Axes;
  readonly #count: number;
  readonly #axesAt: number;
  readonly #centresAt: number;
  readonly #vectorAt: number;
  readonly #alongAt: number;
  readonly #distancesAt: number;

  constructor({ axes, count, values }: Centres, memory: KernelMemory, kernel: SearchKernel) {
    this.#kernel = kernel;
    this.#memory = memory;
    this.#axes = axes;
    this.#count = count;
    this.#axesAt = takeRows(memory, axes.values, axes.dimensions);
    this.#centresAt = takeRows(memory, values, axes.count);
    this.#vectorAt = memory.take(axes.dimensions * 4);
    this.#alongAt = memory.take(roundUp(axes.count) * 4);
    this.#distancesAt = memory.take(roundUp(count) * 4);
  }

  /** A vector's coordinates along the axes. */
  lay(vector: Float32Array): Float32Array {
    const { count, dimensions, middle } = this.#axes;
    const floats = this.#memory.float32;
    const at = this.#vectorAt / 4;
    for (let i = 0; i < dimensions; i++) {
      floats[at + i] = (vector[i] as number) - (middle[i] as number);
    }
    const { project } = this.#kernel;
    project(this.#axesAt, roundUp(count) / GROUP, dimensions, this.#vectorAt, this.#alongAt);
    return floats.subarray(this.#alongAt / 4, this.#alongAt / 4 + count);
  }

  /** As `measure`, of a point given by its coordinates along the axes. */
  measureFrom(along: Float32Array): Float32Array {
    this.#memory.float32.set(along, this.#alongAt / 4);
    return this.measure();
  }

  /** The squared distances to all centres, in single precision, of the vector that was laid last. */
  measure(): Float32Array {
    const { measure } = this.#kernel;
    const groups = roundUp(this.#count) / GROUP;
    measure(this.#centresAt, groups, this.#axes.count, this.#alongAt, this.#distancesAt);
    const start = this.#distancesAt / 4;
    return this.#memory.float32.subarray(start, start + this.#count);
  }
}

/** Rows in the kernel's order: in groups of 16; in each, for each column those of the 16. */
function takeRows(memory: KernelMemory, values: Float32Array, width: number): number {
  const count = values.length / width;
  const address = memory.take(roundUp(count) * width * 4);
  const floats = memory.float32;
  for (let row = 0; row < count; row++) {
    const at = address / 4 + Math.floor(row / GROUP) * GROUP * width + (row % GROUP);
    for (let i = 0; i < width; i++) floats[at + i * GROUP] = values[row * width + i] as number;
  }
  return address;
}

const roundUp = (count: number): number => Math.ceil(count / GROUP) * GROUP;

/** Where the least of some numbers stands, the first of equals. */
export function placeOfLeast(numbers: Float32Array): number {
  let place = 0;
  for (let i = 1; i < numbers.length; i++) {
    if ((numbers[i] as number) < (numbers[place] as number)) place = i;
  }
  return place;
}
