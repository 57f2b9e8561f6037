import { scan } from './filter';
import { FIRST, RECORD, SECOND, WANTED } from './layout';

/** Parts of a line that heads are sorted into. */
const PARTS: i32 = 64;
/** A squared length, negated, that rules out any head. */
const NEVER: i32 = -0x40000000;

/**
 * What `filter` does, for many wanted heads of one cell and one other cell.
 *
 * Along the line between the two centres no heads are farther apart than they are. The other cell's heads are sorted
 * along it, so that each wanted one is compared with those alone that it can reach: a small share of all.
 *
 * @param table records of all cells; @param other which cell.
 * @param wanted heads, one behind the other.
 * @param from the centre of their cell, 24 coordinates of 16 bits; @param to that of the other.
 * @param reach how far apart the heads of near vectors may be.
 * @param work room for `PARTS` numbers and a line, and for as many numbers and heads as the cell has places.
 * @param passed for each wanted head that some may be near to: its place, how many, and their ids.
 * @returns how many numbers of 32 bits were written there.
 */
export function match(
  table: usize,
  other: usize,
  wanted: usize,
  count: i32,
  from: usize,
  to: usize,
  reach: f32,
  firstLimit: i32,
  limit: i32,
  work: usize,
  passed: usize,
): i32 {
  const record = table + other * RECORD;
  const start = load<usize>(record);
  const blocks = load<usize>(record, 4);
  const seconds = start + load<usize>(record, 8) * FIRST;
  const line = work + <usize>PARTS * 4;
  const places = line + 64;
  const firsts = places + blocks * 16;
  const sorted = firsts + blocks * FIRST;

  const farthest = layWanted(wanted, count, from, to, reach, line);
  const nearest = layCell(start, seconds, blocks, line, places);
  if (nearest > farthest) return 0;
  const scale = <f32>PARTS / <f32>(farthest - nearest + 1);
  countParts(places, blocks, nearest, farthest, scale, work);
  sortCell(start, seconds, blocks, places, nearest, farthest, scale, work, firsts, sorted);

  let end = passed;
  for (let i = 0; i < count; i++, wanted += WANTED) {
    const farthest = load<i32>(wanted, 52);
    if (farthest < nearest) continue;
    const size = load<i32>(work + partOf(farthest, nearest, scale));
    const found = scan(firsts, (size + 3) >> 2, sorted, wanted, firstLimit, limit, end + 8);
    if (found == end + 8) continue;
    store<i32>(end, i);
    store<i32>(end, <i32>((found - end) >> 2) - 2, 4);
    end = found;
  }
  return <i32>((end - passed) >> 2);
}

/** Writes a line, and for each wanted head how far along it others can be; @returns the farthest. */
function layWanted(
  wanted: usize,
  count: i32,
  from: usize,
  to: usize,
  reach: f32,
  line: usize,
): i32 {
  const l0 = i16x8.sub(v128.load(to), v128.load(from));
  const l1 = i16x8.sub(v128.load(to, 16), v128.load(from, 16));
  const l2 = i16x8.sub(v128.load(to, 32), v128.load(from, 32));
  v128.store(line, l0);
  v128.store(line, l1, 16);
  v128.store(line, l2, 32);
  // More by 1: these are numbers of single precision.
  const apart = <i32>Mathf.ceil(reach * Mathf.sqrt(<f32>product(l0, l1, l2, line))) + 1;
  let farthest = i32.MIN_VALUE;
  for (const end = wanted + <usize>count * WANTED; wanted < end; wanted += WANTED) {
    const place = apart + product(l0, l1, l2, wanted);
    store<i32>(wanted, place, 52);
    farthest = max(farthest, place);
  }
  return farthest;
}

/** Of two rows of 24 numbers. */
// @ts-ignore: decorator
@inline
function product(a0: v128, a1: v128, a2: v128, row: usize): i32 {
  let sum = i32x4.dot_i16x8_s(a0, v128.load(row));
  sum = i32x4.add(sum, i32x4.dot_i16x8_s(a1, v128.load(row, 16)));
  sum = i32x4.add(sum, i32x4.dot_i16x8_s(a2, v128.load(row, 32)));
  sum = i32x4.add(sum, i32x4.shuffle(sum, sum, 2, 3, 0, 1));
  return i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1);
}

/** Writes where a cell's heads lie on a line; @returns the nearest. */
function layCell(start: usize, seconds: usize, blocks: usize, line: usize, places: usize): i32 {
  let least = i32x4.splat(i32.MAX_VALUE);
  for (const end = places + blocks * 16; places < end; places += 16) {
    let sum = i32x4.splat(0);
    let other = sum;
    for (let pair: usize = 0; pair < 8; pair += 2) {
      sum = i32x4.add(sum, pairs(start + pair * 8, line + pair * 4));
      other = i32x4.add(other, pairs(start + pair * 8 + 8, line + pair * 4 + 4));
    }
    for (let pair: usize = 0; pair < 4; pair += 2) {
      sum = i32x4.add(sum, pairs(seconds + pair * 8, line + 32 + pair * 4));
      other = i32x4.add(other, pairs(seconds + pair * 8 + 8, line + 36 + pair * 4));
    }
    sum = i32x4.add(sum, other);
    v128.store(places, sum);
    least = i32x4.min_s(least, sum);
    start += FIRST;
    seconds += SECOND;
  }
  least = i32x4.min_s(least, i32x4.shuffle(least, least, 2, 3, 0, 1));
  return min(i32x4.extract_lane(least, 0), i32x4.extract_lane(least, 1));
}

// @ts-ignore: decorator
@inline
function pairs(heads: usize, line: usize): v128 {
  return i32x4.dot_i16x8_s(v128.load8x8_s(heads), v128.load32_splat(line));
}

/** Where the number of a part of a line stands. The part of what lies farther is no earlier one. */
// @ts-ignore: decorator
@inline
function partOf(place: i32, nearest: i32, scale: f32): usize {
  return <usize>min(<i32>(<f32>(place - nearest) * scale), PARTS - 1) << 2;
}

/** Writes for each part how many heads lie before it. */
function countParts(
  places: usize,
  blocks: usize,
  nearest: i32,
  farthest: i32,
  scale: f32,
  parts: usize,
): void {
  memory.fill(parts, 0, <usize>PARTS * 4);
  for (const end = places + blocks * 16; places < end; places += 4) {
    const place = load<i32>(places);
    if (place > farthest) continue;
    const part = parts + partOf(place, nearest, scale);
    store<i32>(part, load<i32>(part) + 1);
  }
  let sum = 0;
  for (const end = parts + <usize>PARTS * 4; parts < end; parts += 4) {
    const size = load<i32>(parts);
    store<i32>(parts, sum);
    sum += size;
  }
}

/** Copies heads in the order of their parts. Then each part has the number of those up to its end. */
function sortCell(
  start: usize,
  seconds: usize,
  blocks: usize,
  places: usize,
  nearest: i32,
  farthest: i32,
  scale: f32,
  parts: usize,
  firsts: usize,
  sorted: usize,
): void {
  const count = <i32>blocks << 2;
  for (let i = 0; i < count; i++) {
    const place = load<i32>(places + (<usize>i << 2));
    if (place > farthest) continue;
    const part = parts + partOf(place, nearest, scale);
    const target = load<i32>(part);
    store<i32>(part, target + 1);
    copyHead(start, seconds, i, firsts, sorted, target);
  }
  // What was left in the last block by another cell.
  const size = load<i32>(parts + (<usize>(PARTS - 1) << 2));
  for (let i = size; (i & 3) != 0; i++) store<i32>(numberOf(firsts, FIRST, 64, i), NEVER);
}

// @ts-ignore: decorator
@inline
function copyHead(
  start: usize,
  seconds: usize,
  place: i32,
  firsts: usize,
  sorted: usize,
  target: i32,
): void {
  const own = start + <usize>(place >> 2) * FIRST + (<usize>(place & 3) << 1);
  const copy = firsts + <usize>(target >> 2) * FIRST + (<usize>(target & 3) << 1);
  for (let pair: usize = 0; pair < 64; pair += 8) store<u16>(copy + pair, load<u16>(own + pair));
  store<i32>(numberOf(firsts, FIRST, 64, target), load<i32>(numberOf(start, FIRST, 64, place)));
  const ownNext = seconds + <usize>(place >> 2) * SECOND + (<usize>(place & 3) << 1);
  const next = sorted + <usize>(target >> 2) * SECOND + (<usize>(target & 3) << 1);
  for (let pair: usize = 0; pair < 32; pair += 8) store<u16>(next + pair, load<u16>(ownNext + pair));
  store<i32>(numberOf(sorted, SECOND, 32, target), load<i32>(numberOf(seconds, SECOND, 32, place)));
}

// @ts-ignore: decorator
@inline
function numberOf(start: usize, bytes: usize, behind: usize, place: i32): usize {
  return start + <usize>(place >> 2) * bytes + behind + (<usize>(place & 3) << 2);
}
