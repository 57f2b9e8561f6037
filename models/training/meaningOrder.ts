import { below, type Random } from './random';
import type { Teacher } from './teacher';

/** Texts of one leaf are as good as neighbours. */
const LEAF = 16;

/** Texts embedded at a time: a million small arrays would keep the collector busy. */
const CHUNK = 4096;

/** Vectors of one length, one after the other. */
interface Rows {
  readonly values: Float32Array;
  readonly width: number;
  readonly count: number;
}

/** Orders texts so that neighbours are near in the teacher's eyes; answers indices into `texts`. */
export function orderByMeaning(
  texts: readonly string[],
  teacher: Teacher,
  random: Random,
): Int32Array {
  const width = teacher.embed([''])[0]?.length ?? 0;
  const values = new Float32Array(texts.length * width);
  for (let start = 0; start < texts.length; start += CHUNK) {
    teacher.embed(texts.slice(start, start + CHUNK)).forEach((vector, i) => {
      values.set(vector, (start + i) * width);
    });
  }
  return orderRows({ values, width, count: texts.length }, random);
}

/**
 * Orders vectors so that neighbours in the order are near each other: halves the set across the line between two
 * random members, and each half again. Runs of the order make batches full of hard imposites.
 *
 * @returns indices of rows
 */
export function orderRows(rows: Rows, random: Random): Int32Array {
  const order = new Int32Array(rows.count).map((_, i) => i);
  const places = new Float32Array(rows.count);
  const member = (i: number) => {
    const start = (order[i] as number) * rows.width;
    return rows.values.subarray(start, start + rows.width);
  };
  const halve = (start: number, end: number): void => {
    if (end - start <= LEAF) return;
    const other = member(start + below(random, end - start));
    const line = member(start + below(random, end - start)).map((x, k) => x - (other[k] as number));
    for (let i = start; i < end; i++) {
      const index = order[i] as number;
      places[index] = product(rows.values, index * rows.width, line);
    }
    const middle = partition(order, places, start, end, random);
    halve(start, middle);
    halve(middle, end);
  };
  halve(0, order.length);
  return order;
}

/** Members of which the median is taken for that of all. */
const SAMPLE = 31;

/** Puts the members below about the median place first; answers where the others start, inside the range. */
function partition(
  order: Int32Array,
  places: Float32Array,
  start: number,
  end: number,
  random: Random,
): number {
  const placeAt = (i: number) => places[order[i] as number] as number;
  const sample = Float32Array.from({ length: SAMPLE }, () =>
    placeAt(start + below(random, end - start)),
  ).sort();
  const median = sample[SAMPLE >> 1] as number;
  let low = start;
  for (let i = start; i < end; i++) {
    if (placeAt(i) >= median) continue;
    const moved = order[i] as number;
    order[i] = order[low] as number;
    order[low++] = moved;
  }
  // Many equal places: any cut is as good.
  return low === start ? (start + end) >> 1 : low;
}

function product(values: Float32Array, start: number, line: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < line.length; k++) sum += (values[start + k] as number) * (line[k] as number);
  return sum;
}
