import { bestKernel } from './kernel';
import { KernelMemory } from './kernelMemory';
import { Meter, placeOfLeast } from './meter';
import type { VectorTable } from './vectorTable';

/** Coordinates by which vectors are told into cells: with more, measuring to all centres costs more than it saves. */
const WIDTH = 64;
/** Below this many vectors one cell does. */
const FEWEST = 512;
/** Centres per √n: measuring to all centres and looking through what is left then cost about the same. */
const DENSITY = 1.6;
const MOST_CENTRES = 2048;
/** Vectors per centre that its place is found by, and how often it is moved. */
const SAMPLE = 16;
const ROUNDS = 2;

/** Points that divide the vectors into cells: each belongs to the nearest. */
export interface Centres {
  readonly count: number;
  /** Coordinates of a vector that are looked at. */
  readonly width: number;
  /** `[count × width]` */
  readonly values: Float32Array;
}

/**
 * Chooses centres for vectors by k-means on a sample of them. Yields now and then, so that its caller may pause.
 *
 * Which centres are chosen bears on speed alone, never on what is found.
 */
export function* chooseCentres(
  vectors: VectorTable,
  ids: readonly number[],
): Generator<void, Centres> {
  const count =
    ids.length < FEWEST ? 1 : Math.min(MOST_CENTRES, Math.round(DENSITY * Math.sqrt(ids.length)));
  const width = Math.min(WIDTH, vectors.dimensions);
  const centres = { count, width, values: new Float32Array(count * width) };
  if (count === 1) return centres;
  const size = Math.min(ids.length, count * SAMPLE);
  const sample = Array.from(
    { length: size },
    (_, i) => ids[Math.floor((i * ids.length) / size)] as number,
  );
  for (let i = 0; i < count; i++) {
    const start = sample[Math.floor((i * size) / count)] as number;
    centres.values.set(vectors.row(start).subarray(0, width), i * width);
  }
  for (let round = 0; round < ROUNDS; round++) {
    const memory = new KernelMemory();
    const meter = new Meter(centres, memory, bestKernel(memory.memory));
    const sums = new Float64Array(count * width);
    const sizes = new Int32Array(count);
    for (const id of sample) {
      const vector = vectors.row(id);
      const nearest = placeOfLeast(meter.measure(vector));
      sizes[nearest] = (sizes[nearest] as number) + 1;
      for (let i = 0, at = nearest * width; i < width; i++, at++) {
        sums[at] = (sums[at] as number) + (vector[i] as number);
      }
      yield;
    }
    for (let at = 0; at < sums.length; at++) {
      const members = sizes[Math.floor(at / width)] as number;
      if (members > 0) centres.values[at] = (sums[at] as number) / members;
    }
  }
  return centres;
}
