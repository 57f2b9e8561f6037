/**
 * Coordinates of a vector that its head holds. The model's coordinates are its principal axes, widest first (see
 * `models/training/principalAxes.ts`): of random pairs, one in 10⁴ comes within 0.3 on these, one in 10³ within 0.45.
 */
export const HEAD = 24;

/** Heads lie in blocks of this many; in a block, for each pair of coordinates those of its four vectors. */
export const BLOCK = 4;

/** 16-bit numbers in a block. */
export const BLOCK_LENGTH = BLOCK * HEAD;

/** A coordinate of 1 in a head. Squared distances of unit vectors, 4 · 4096², fit into 32 bits. */
const ONE = 4096;
/** First coordinate of a head that nothing is near to. */
const NOWHERE = 16_384;

/**
 * Writes the head of a unit vector: its first coordinates, rounded to whole numbers; those it lacks are 0.
 *
 * @param start of its cell's blocks in `heads`.
 */
export function writeHead(
  heads: Int16Array,
  start: number,
  place: number,
  vector: Float32Array,
): void {
  const at = addressOf(start, place);
  for (let i = 0; i < HEAD; i++) heads[at + offsetOf(i)] = Math.round((vector[i] ?? 0) * ONE);
}

/** Marks a place as free. */
export function clearHead(heads: Int16Array, start: number, place: number): void {
  const at = addressOf(start, place);
  for (let i = 0; i < HEAD; i++) heads[at + offsetOf(i)] = 0;
  heads[at] = NOWHERE;
}

export function moveHead(heads: Int16Array, start: number, from: number, to: number): void {
  const [source, target] = [addressOf(start, from), addressOf(start, to)];
  for (let i = 0; i < HEAD; i++) {
    heads[target + offsetOf(i)] = heads[source + offsetOf(i)] as number;
  }
}

/**
 * The squared distance of two heads above which their vectors are certainly further apart than `radius`: each
 * difference of two rounded coordinates is off by one at most, so their length is by √HEAD.
 */
export function headLimit(radius: number): number {
  return Math.ceil((Math.min(radius, 2) * ONE + Math.sqrt(HEAD)) ** 2);
}

function addressOf(start: number, place: number): number {
  return start + Math.floor(place / BLOCK) * BLOCK_LENGTH + (place % BLOCK) * 2;
}

/** Where a coordinate lies, from the head's first. */
export function offsetOf(coordinate: number): number {
  return (coordinate >> 1) * 2 * BLOCK + (coordinate & 1);
}
