import type { Centres } from './centres';
import type { SearchKernel } from './kernel';
import type { KernelMemory } from './kernelMemory';

/** Centres that the kernel measures at once. */
const GROUP = 16;

/** Measures how far vectors are from centres. */
export class Meter {
  readonly #kernel: SearchKernel;
  readonly #memory: KernelMemory;
  readonly #width: number;
  readonly #count: number;
  readonly #groups: number;
  readonly #centresAt: number;
  readonly #vectorAt: number;
  readonly #distancesAt: number;
  #floats: Float32Array;

  constructor({ count, width, values }: Centres, memory: KernelMemory, kernel: SearchKernel) {
    this.#kernel = kernel;
    this.#memory = memory;
    this.#width = width;
    this.#count = count;
    this.#groups = Math.ceil(count / GROUP);
    this.#centresAt = memory.take(this.#groups * GROUP * width * 4);
    this.#vectorAt = memory.take(width * 4);
    this.#distancesAt = memory.take(this.#groups * GROUP * 4);
    this.#floats = new Float32Array(memory.memory.buffer);
    for (let centre = 0; centre < count; centre++) {
      const at =
        this.#centresAt / 4 + Math.floor(centre / GROUP) * GROUP * width + (centre % GROUP);
      for (let i = 0; i < width; i++) {
        this.#floats[at + i * GROUP] = values[centre * width + i] as number;
      }
    }
  }

  /** The squared distances of a vector to all centres, in single precision; valid until the next call. */
  measure(vector: Float32Array): Float32Array {
    const { buffer } = this.#memory.memory;
    if (this.#floats.buffer !== buffer) this.#floats = new Float32Array(buffer);
    this.#floats.set(vector.subarray(0, this.#width), this.#vectorAt / 4);
    const { measure } = this.#kernel;
    measure(this.#centresAt, this.#groups, this.#width, this.#vectorAt, this.#distancesAt);
    const start = this.#distancesAt / 4;
    return this.#floats.subarray(start, start + this.#count);
  }
}

/** Where the least of some numbers stands, the first of equals. */
export function placeOfLeast(numbers: Float32Array): number {
  let place = 0;
  for (let i = 1; i < numbers.length; i++) {
    if ((numbers[i] as number) < (numbers[place] as number)) place = i;
  }
  return place;
}
