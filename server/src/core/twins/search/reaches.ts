import type { Centres } from './centres';
import type { SearchKernel } from './kernel';
import type { KernelMemory } from './kernelMemory';
import type { Measured, Meter } from './meter';

/** More than the rounding of 32-bit numbers can make of a length between unit vectors, see `CLOSE`. */
const ROUNDING = 1e-4;
/** Nothing is ruled out between centres closer than this: rounding would grow by the inverse. */
const CLOSE = 0.1;
/** Numbers that the kernel works on at once. */
const GROUP = 4;

/**
 * How far the vectors of each cell reach towards each other centre. For centres A and B, how far a vector lies along
 * the line from A to B differs between two vectors by their distance at most: a query nearest to B need not look into
 * A's cell where it lies beyond all vectors there by more than the radius.
 *
 * Tables are `[count × count]`, in rows of their own length, in the kernel's memory.
 */
export class Reaches {
  readonly #memory: KernelMemory;
  readonly #kernel: SearchKernel;
  readonly #count: number;
  readonly #row: number;
  readonly #listAt: number;
  /** Half the inverse distance of two centres; 0 where they are close. */
  readonly #scales: number;
  /** Of the second centre's cell towards the first, and the other way round: either is read along its rows. */
  readonly #ofSecond: number;
  readonly #ofFirst: number;

  /** @param listAt address of room for the numbers of all centres, to the next multiple of 4. */
  constructor(
    centres: Centres,
    meter: Meter,
    memory: KernelMemory,
    kernel: SearchKernel,
    listAt: number,
  ) {
    const { count } = centres;
    this.#memory = memory;
    this.#kernel = kernel;
    this.#count = count;
    this.#row = Math.ceil(count / GROUP) * GROUP;
    this.#listAt = listAt;
    const size = count * this.#row;
    [this.#scales, this.#ofSecond, this.#ofFirst] = [1, 2, 3].map(() => memory.take(size * 4)) as [
      number,
      number,
      number,
    ];
    const { float32 } = memory;
    for (const table of [this.#ofSecond, this.#ofFirst]) {
      float32.fill(Number.NEGATIVE_INFINITY, table / 4, table / 4 + size);
    }
    float32.fill(0, this.#scales / 4, this.#scales / 4 + size);
    this.#writeScales(centres, meter);
  }

  /** Lets the cell of what was measured reach as far as that does. */
  extend({ own, toOwn, distancesAt }: Measured): void {
    const start = own * this.#row;
    const reachesAt = this.#ofFirst + start * 4;
    const { extend } = this.#kernel;
    const scalesAt = this.#scales + start * 4;
    const extended = extend(distancesAt, toOwn, scalesAt, reachesAt, this.#row, this.#listAt);
    const { int32, float32 } = this.#memory;
    for (let i = this.#listAt / 4, end = i + extended; i < end; i++) {
      const other = int32[i] as number;
      if (other >= this.#count) continue;
      const at = this.#ofSecond / 4 + other * this.#row + own;
      float32[at] = float32[reachesAt / 4 + other] as number;
    }
  }

  /**
   * Lists the cells in which something may be within `radius` of what was measured.
   *
   * @returns how many there are.
   */
  list(radius: number, { own, toOwn, distancesAt }: Measured): number {
    const start = own * this.#row * 4;
    // Unit vectors are at most 2 apart.
    const most = Math.min(radius, 2) + ROUNDING;
    const { list } = this.#kernel;
    const [scalesAt, reachesAt] = [this.#scales + start, this.#ofSecond + start];
    return list(distancesAt, toOwn, scalesAt, reachesAt, this.#row, most, this.#listAt);
  }

  #writeScales({ axes, count, values }: Centres, meter: Meter): void {
    const width = axes.count;
    const { float32 } = this.#memory;
    for (let centre = 0; centre < count; centre++) {
      const at = this.#scales / 4 + centre * this.#row;
      const own = values.subarray(centre * width, (centre + 1) * width);
      const { distancesAt } = meter.measureFrom(own);
      const squares = distancesAt / 4;
      for (let other = 0; other < count; other++) {
        const squared =
          (float32[squares + other] as number) - (float32[squares + centre] as number);
        float32[at + other] = squared > CLOSE * CLOSE ? 0.5 / Math.sqrt(squared) : 0;
      }
    }
  }
}
