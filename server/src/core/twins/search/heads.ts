/** Some coordinates of a vector's head, as they lie together. */
export interface Part {
  /** Its first coordinate along the axes. */
  readonly from: number;
  /** How many there are. */
  readonly width: number;
  /** Bytes of a block of four vectors: their coordinates, 8 bits each, and a number of 32 bits for each. */
  readonly bytes: number;
}

/** Heads lie in blocks of this many; in a block, for each pair of coordinates those of its four vectors. */
export const BLOCK = 4;
/**
 * Coordinates that rule out nearly all: of random pairs at 0.42, all but one in 200. The number is their squared length,
 * negated.
 */
export const FIRST = partOf(0, 16);
/** With these as well, all but one random pair in 5,000. The number is the vector's id. */
export const SECOND = partOf(16, 8);
export const HEAD = FIRST.width + SECOND.width;

/**
 * Bytes of a head as the kernel is asked for it: 16-bit coordinates, the squared length of its first part, and a number
 * that is the kernel's own.
 */
export const WANTED_BYTES = 64;

/** A coordinate of 1 in a head. Those beyond ±0.5 are cut off there, which takes nothing farther apart. */
const ONE = 256;
const LEAST = -128;
const MOST = 127;
/** More than the rounding of 32-bit numbers can make of a coordinate along an axis. */
const ROUNDING = 0.1;

/** Writes a vector's head, `HEAD` numbers of 8 bits, from its coordinates along the axes; those it lacks are 0. */
export function writeHead(heads: Int8Array, at: number, along: Float32Array): void {
  for (let i = 0; i < HEAD; i++) {
    heads[at + i] = Math.max(LEAST, Math.min(MOST, Math.round((along[i] ?? 0) * ONE)));
  }
}

/**
 * Writes a part of a vector's head.
 *
 * @param start where the blocks of its cell begin.
 * @returns the squared length of what was written.
 */
export function writePart(
  bytes: Int8Array,
  part: Part,
  start: number,
  place: number,
  head: Int8Array,
): number {
  const at = start + Math.floor(place / BLOCK) * part.bytes + (place % BLOCK) * 2;
  let squared = 0;
  for (let i = 0; i < part.width; i++) {
    const value = head[part.from + i] as number;
    bytes[at + offsetOf(i)] = value;
    squared += value * value;
  }
  return squared;
}

/** Moves a part of a head and its number. */
export function movePart(
  bytes: Int8Array,
  part: Part,
  start: number,
  from: number,
  to: number,
): void {
  const source = start + Math.floor(from / BLOCK) * part.bytes + (from % BLOCK) * 2;
  const target = start + Math.floor(to / BLOCK) * part.bytes + (to % BLOCK) * 2;
  for (let i = 0; i < part.width; i++) {
    bytes[target + offsetOf(i)] = bytes[source + offsetOf(i)] as number;
  }
  const number = numberOf(part, start, from);
  bytes.copyWithin(numberOf(part, start, to), number, number + 4);
}

/** Address of a place's number. */
export function numberOf(part: Part, start: number, place: number): number {
  return start + Math.floor(place / BLOCK) * part.bytes + BLOCK * (part.width + (place % BLOCK));
}

function partOf(from: number, width: number): Part {
  return { from, width, bytes: BLOCK * (width + 4) };
}

/** Writes what the kernel is to look for, from `address` on. */
export function writeWanted(memory: ArrayBuffer, address: number, head: Int8Array): void {
  new Int16Array(memory, address, HEAD).set(head);
  let squared = 0;
  for (let i = 0; i < FIRST.width; i++) squared += (head[i] as number) ** 2;
  new Int32Array(memory, address + 2 * HEAD, 1)[0] = squared;
}

/**
 * The distance of two heads in `width` coordinates, in their units, above which their vectors are certainly farther
 * apart than `radius`: each difference of two rounded coordinates is off by one at most, so their length is by √width.
 */
export function headReach(radius: number, width: number): number {
  return Math.min(radius, 2) * ONE + Math.sqrt(width) + ROUNDING;
}

/** The same, squared. */
export function headLimit(radius: number, width: number): number {
  return Math.ceil(headReach(radius, width) ** 2);
}

/** Where a coordinate of a block's first vector lies among those of all four. */
export function offsetOf(coordinate: number): number {
  return (coordinate >> 1) * 2 * BLOCK + (coordinate & 1);
}
