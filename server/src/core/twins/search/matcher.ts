import type { Cells } from './cells';
import type { Centres } from './centres';
import {
  BLOCK,
  FIRST,
  HEAD,
  headLimit,
  headReach,
  SECOND,
  WANTED_BYTES,
  writeHead,
  writeWanted,
} from './heads';
import type { SearchKernel } from './kernel';
import type { KernelMemory } from './kernelMemory';
import { Room } from './room';

/** Vectors that are looked up at once. */
export const BATCH = 256;
/** Bytes that the kernel wants beside those of heads: its parts and a line. */
const LINE_BYTES = 320;
/** And for a block of heads: where they lie on the line, and a copy of them. */
const BLOCK_BYTES = 4 * BLOCK + FIRST.bytes + SECOND.bytes;

/** Looks up many vectors of one cell in other cells, see `match` of the kernel. */
export class Matcher {
  readonly #cells: Cells;
  readonly #memory: KernelMemory;
  readonly #kernel: SearchKernel;
  /** 16-bit coordinates of all centres, `[count × HEAD]`. */
  readonly #centresAt: number;
  readonly #wantedAt: number;
  readonly #work: Room;
  readonly #passed: Room;
  #count = 0;

  constructor(
    { axes, count, values }: Centres,
    cells: Cells,
    memory: KernelMemory,
    kernel: SearchKernel,
  ) {
    this.#cells = cells;
    this.#memory = memory;
    this.#kernel = kernel;
    this.#centresAt = memory.take(count * HEAD * 2);
    this.#wantedAt = memory.take(BATCH * WANTED_BYTES);
    this.#work = new Room(memory);
    this.#passed = new Room(memory);
    const head = new Int8Array(HEAD);
    for (let centre = 0; centre < count; centre++) {
      writeHead(head, 0, values.subarray(centre * axes.count, (centre + 1) * axes.count));
      memory.int16.set(head, this.#centresAt / 2 + centre * HEAD);
    }
  }

  /** Takes in what is to be looked up, `BATCH` at most. */
  want(heads: readonly Int8Array[]): void {
    const { buffer } = this.#memory.memory;
    heads.forEach((head, i) => {
      writeWanted(buffer, this.#wantedAt + i * WANTED_BYTES, head);
    });
    this.#count = heads.length;
  }

  /**
   * Calls for all that may be within `radius` of what is wanted, which is of the cell `own`, in another cell.
   *
   * @param see gets the place of what is wanted and the id.
   */
  match(
    own: number,
    other: number,
    radius: number,
    see: (place: number, id: number) => void,
  ): void {
    const blocks = this.#cells.blocksOf(other);
    const work = this.#work.of(LINE_BYTES + blocks * BLOCK_BYTES);
    const passed = this.#passed.of(this.#count * (2 + blocks * BLOCK) * 4);
    const written = this.#kernel.match(
      this.#cells.table,
      other,
      this.#wantedAt,
      this.#count,
      this.#centresAt + own * HEAD * 2,
      this.#centresAt + other * HEAD * 2,
      headReach(radius, HEAD),
      headLimit(radius, FIRST.width),
      headLimit(radius, HEAD),
      work,
      passed,
    );
    const numbers = this.#memory.int32;
    for (let at = passed / 4, end = at + written; at < end; ) {
      const place = numbers[at++] as number;
      for (let left = numbers[at++] as number; left > 0; left--)
        see(place, numbers[at++] as number);
    }
  }
}
