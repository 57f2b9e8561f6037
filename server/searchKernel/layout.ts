/** Bytes of a cell's record: address, blocks in use, blocks there are. */
export const RECORD: usize = 12;
/**
 * Bytes of a block of four vectors: 16 first coordinates of 8 bits and a number of 32 bits each, the squared length of
 * those coordinates, negated. Pairs of coordinates lie together, those of the four side by side.
 */
export const FIRST: usize = 80;
/** And 8 further coordinates, and the id. */
export const SECOND: usize = 48;
/**
 * Bytes of a wanted head: 24 coordinates of 16 bits, the squared length of the first 16, and a number that is the
 * kernel's own.
 */
export const WANTED: usize = 64;
