import type { EncoderArrays, LstmArrays } from '../weightFile';
import { BLOCK_UNITS, type DirectionPlaces, type KernelLayout } from './layout';

/** h in whole numbers is 16383 times h (`HIDDEN_SCALE` of the kernel). */
const HIDDEN_SCALE = 16_383;
/** The kernel sums the products of this many k's in 32 bits before it turns to floats (`CHUNK_BYTES`). */
const CHUNK = 64;
const LARGEST_WEIGHT = 32_767;
/** What weights of a chunk may sum up to, so that 32 bits hold their products with any h; rounding is allowed for. */
const LARGEST_SUM = Math.floor((2 ** 31 - 1) / HIDDEN_SCALE) - CHUNK;
/** Gates i, f, c, o: the kernel takes powers of two of −z, and of −2z for the candidate (tanh). */
const GATE_FACTORS = [-Math.LOG2E, -Math.LOG2E, -2 * Math.LOG2E, -Math.LOG2E];

/** Writes the weights into the kernel's memory in the order in which it reads them. */
export function packWeights(
  memory: WebAssembly.Memory,
  layout: KernelLayout,
  arrays: EncoderArrays,
): void {
  const { buffer } = memory;
  const directions = [arrays.forward, arrays.backward] as const;
  directions.forEach((lstm, i) => {
    packRecurrent(buffer, layout, layout.directions[i] as DirectionPlaces, lstm.recurrentKernel);
  });
  packInput(buffer, layout, directions);
  packProjection(buffer, layout, arrays);
  const { stored: words } = arrays.words;
  const target = new Uint8Array(buffer, layout.storedWords, words.byteLength);
  target.set(new Uint8Array(words.buffer, words.byteOffset, words.byteLength));
}

/**
 * U as 16-bit whole numbers, `[blocks][pairs of k][gates][4][2]`, each column with a scale of its own: the finest
 * with which no sum overflows.
 */
function packRecurrent(
  buffer: ArrayBufferLike,
  layout: KernelLayout,
  places: DirectionPlaces,
  kernel: Float32Array,
): void {
  const { units } = layout.sizes;
  const padded = layout.blocks * BLOCK_UNITS;
  const weights = new Int16Array(buffer, places.weights, padded * 4 * padded);
  const scales = new Float32Array(buffer, places.scales, 4 * padded);
  for (let unit = 0; unit < units; unit++) {
    const block = Math.floor(unit / BLOCK_UNITS);
    const lane = unit % BLOCK_UNITS;
    for (let gate = 0; gate < 4; gate++) {
      const column = gate * units + unit;
      const scale = columnScale(kernel, units, column);
      scales[(block * 4 + gate) * BLOCK_UNITS + lane] =
        (scale * (GATE_FACTORS[gate] as number)) / HIDDEN_SCALE;
      for (let k = 0; k < units; k++) {
        const pair = (block * padded) / 2 + (k >> 1);
        const at = ((pair * 4 + gate) * BLOCK_UNITS + lane) * 2 + (k & 1);
        weights[at] =
          scale > 0 ? Math.round((kernel[k * 4 * units + column] as number) / scale) : 0;
      }
    }
  }
}

function columnScale(kernel: Float32Array, units: number, column: number): number {
  let largest = 0;
  let largestSum = 0;
  for (let start = 0; start < units; start += CHUNK) {
    let sum = 0;
    for (let k = start; k < Math.min(units, start + CHUNK); k++) {
      const size = Math.abs(kernel[k * 4 * units + column] as number);
      largest = Math.max(largest, size);
      sum += size;
    }
    largestSum = Math.max(largestSum, sum);
  }
  return Math.max(largest / LARGEST_WEIGHT, largestSum / LARGEST_SUM);
}

/** W and b of both directions, columns as in a table row: `[direction][blocks][gates][4]`, in blocks of eight. */
function packInput(
  buffer: ArrayBufferLike,
  layout: KernelLayout,
  directions: readonly [LstmArrays, LstmArrays],
): void {
  const { embedding, units } = layout.sizes;
  const padded = layout.blocks * BLOCK_UNITS;
  const weights = new Float32Array(buffer, layout.inputWeights, layout.words * 8 * padded);
  const biases = new Float32Array(buffer, layout.inputBias, 8 * padded);
  directions.forEach(({ kernel, bias }, direction) => {
    for (let unit = 0; unit < units; unit++) {
      const block = direction * layout.blocks + Math.floor(unit / BLOCK_UNITS);
      for (let gate = 0; gate < 4; gate++) {
        const factor = GATE_FACTORS[gate] as number;
        const column = gate * units + unit;
        const to = (block * 4 + gate) * BLOCK_UNITS + (unit % BLOCK_UNITS);
        biases[to] = (bias[column] as number) * factor;
        for (let k = 0; k < embedding; k++) {
          weights[packedAt(layout.words, k, to)] =
            (kernel[k * 4 * units + column] as number) * factor;
        }
      }
    }
  });
}

/** The projection, its rows moved apart as the padded features are. */
function packProjection(
  buffer: ArrayBufferLike,
  layout: KernelLayout,
  { projection, projectionBias }: EncoderArrays,
): void {
  const { embedding, units, dimensions } = layout.sizes;
  const padded = layout.blocks * BLOCK_UNITS;
  const weights = new Float32Array(buffer, layout.projection, layout.features * layout.dimensions);
  new Float32Array(buffer, layout.projectionBias, dimensions).set(projectionBias);
  for (let row = 0; row < embedding + 4 * units; row++) {
    const pooled = row - embedding;
    const to =
      pooled < 0 ? row : layout.words + Math.floor(pooled / units) * padded + (pooled % units);
    for (let column = 0; column < dimensions; column++) {
      weights[packedAt(layout.features, to, column)] = projection[
        row * dimensions + column
      ] as number;
    }
  }
}

/** Index in a matrix that is packed for the kernel's `multiply`: `[columns / 8][inner][8]`. */
const packedAt = (inner: number, k: number, column: number) =>
  ((column >> 3) * inner + k) * 8 + (column & 7);
