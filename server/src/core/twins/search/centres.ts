import { type Axes, firstAxes, principalAxes } from './axes';
import { bestKernel } from './kernel';
import { KernelMemory } from './kernelMemory';
import { Meter } from './meter';
import type { VectorTable } from './vectorTable';

/** Below this many vectors one cell does. */
const FEWEST = 512;
/** Centres per √n: with more, choosing among them costs more than they spare. */
const DENSITY = 1.4;
const MOST_CENTRES = 2048;
/** Vectors per centre that its place is found by, and how often it is moved. */
const SAMPLE = 16;
const ROUNDS = 2;

/** Points that divide the vectors into cells: each belongs to the nearest, along these axes. */
export interface Centres {
  readonly axes: Axes;
  readonly count: number;
  /** `[count × axes]` */
  readonly values: Float32Array;
}

/** A single cell. */
export function oneCentre(dimensions: number): Centres {
  const axes = firstAxes(dimensions);
  return { axes, count: 1, values: new Float32Array(axes.count) };
}

/**
 * Chooses axes for vectors, and centres by k-means on a sample of them. Yields now and then, so that its caller may
 * pause.
 *
 * Which centres are chosen bears on speed alone, never on what is found.
 */
export function* chooseCentres(
  vectors: VectorTable,
  ids: readonly number[],
): Generator<void, Centres> {
  if (ids.length < FEWEST) return oneCentre(vectors.dimensions);
  const count = Math.min(MOST_CENTRES, Math.round(DENSITY * Math.sqrt(ids.length)));
  const axes = yield* principalAxes(vectors, ids);
  const width = axes.count;
  const centres = { axes, count, values: new Float32Array(count * width) };
  const size = Math.min(ids.length, count * SAMPLE);
  const sample = Array.from(
    { length: size },
    (_, i) => ids[Math.floor((i * ids.length) / size)] as number,
  );
  const first = meterOf(centres);
  for (let i = 0; i < count; i++) {
    const start = sample[Math.floor((i * size) / count)] as number;
    centres.values.set(first.lay(vectors.row(start)), i * width);
  }
  for (let round = 0; round < ROUNDS; round++) {
    const meter = meterOf(centres);
    const sums = new Float64Array(count * width);
    const sizes = new Int32Array(count);
    for (const id of sample) {
      const along = meter.lay(vectors.row(id));
      const nearest = meter.measure().own;
      sizes[nearest] = (sizes[nearest] as number) + 1;
      for (let i = 0, at = nearest * width; i < width; i++, at++) {
        sums[at] = (sums[at] as number) + (along[i] as number);
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

function meterOf(centres: Centres): Meter {
  const memory = new KernelMemory();
  return new Meter(centres, memory, bestKernel(memory.memory));
}
