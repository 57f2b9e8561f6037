import type { NetworkSizes } from './network';

/** Numbers as the file has them: half precision (see `widen`) or single. */
export type StoredNumbers = Uint16Array | Float32Array;

/** One direction's arrays in the layout of a Keras LSTM layer (gates i, f, c, o), row-major. */
export interface LstmArrays {
  /** `[embedding, 4·units]` */
  readonly kernel: Float32Array;
  /** `[units, 4·units]` */
  readonly recurrentKernel: Float32Array;
  /** `[4·units]` */
  readonly bias: Float32Array;
}

/** The network's weights without tfjs. */
export interface EncoderArrays {
  /** `[vocabulary, embedding]`; wide enough to leave as it is until a row is needed. */
  readonly words: StoredNumbers;
  readonly forward: LstmArrays;
  readonly backward: LstmArrays;
  /** `[embedding + 4·units, dimensions]` */
  readonly projection: Float32Array;
  /** `[dimensions]` */
  readonly projectionBias: Float32Array;
}

/** An entry of `weightsManifest` in `model.json`, as far as it concerns us; it is untrusted. */
interface WeightEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly quantization?: { readonly dtype: string };
}

const LARGEST_EXPONENT = 0x7c00;

/**
 * Takes the weights out of `weights.bin`, as `weightsManifest` of `model.json` describes them.
 *
 * @throws Error naming the weight that is absent, of another shape or type, or not finite.
 */
export function readWeights(
  weightsManifest: unknown,
  data: Uint8Array,
  sizes: NetworkSizes,
): EncoderArrays {
  const { vocabulary, embedding, units, dimensions } = sizes;
  const stored = storedWeights(weightsManifest, data);
  const take = (name: string, shape: readonly number[]): StoredNumbers => {
    const found = stored.get(name);
    if (found?.shape.join() !== shape.join()) {
      throw new Error(
        `weight "${name}" is [${found?.shape.join(', ') ?? 'absent'}], ` +
          `the manifest asks for [${shape.join(', ')}]`,
      );
    }
    if (!areFinite(found.numbers))
      throw new Error(`weight "${name}" has a number that is not finite`);
    return found.numbers;
  };
  const direction = (name: string): LstmArrays => ({
    kernel: widened(take(`${name}/kernel`, [embedding, 4 * units])),
    recurrentKernel: widened(take(`${name}/recurrent_kernel`, [units, 4 * units])),
    bias: widened(take(`${name}/bias`, [4 * units])),
  });
  return {
    words: take('words/embeddings', [vocabulary, embedding]),
    forward: direction('forward'),
    backward: direction('backward'),
    projection: widened(take('projection/kernel', [embedding + 4 * units, dimensions])),
    projectionBias: widened(take('projection/bias', [dimensions])),
  };
}

interface StoredWeight {
  readonly shape: readonly number[];
  readonly numbers: StoredNumbers;
}

function storedWeights(weightsManifest: unknown, data: Uint8Array): Map<string, StoredWeight> {
  const groups = weightsManifest as readonly { readonly weights: readonly WeightEntry[] }[];
  const stored = new Map<string, StoredWeight>();
  let offset = 0;
  for (const { name, shape, dtype, quantization } of groups.flatMap(({ weights }) => weights)) {
    const type = quantization?.dtype ?? dtype;
    if (type !== 'float16' && type !== 'float32') throw new Error(`weight "${name}" is ${type}`);
    const Numbers = type === 'float16' ? Uint16Array : Float32Array;
    const length = shape.reduce((product, n) => product * n, 1);
    const bytes = length * Numbers.BYTES_PER_ELEMENT;
    if (!(offset + bytes <= data.length)) throw new Error(`weight "${name}" is cut off`);
    // A copy: where the file's bytes start need not suit the numbers. (Node's `slice` would not make one.)
    const numbers = new Numbers(new Uint8Array(data.subarray(offset, offset + bytes)).buffer);
    stored.set(name, { shape, numbers });
    offset += bytes;
  }
  return stored;
}

function areFinite(numbers: StoredNumbers): boolean {
  if (numbers instanceof Float32Array) return numbers.every(Number.isFinite);
  for (let i = 0; i < numbers.length; i++) {
    if (((numbers[i] as number) & LARGEST_EXPONENT) === LARGEST_EXPONENT) return false;
  }
  return true;
}

function widened(numbers: StoredNumbers): Float32Array {
  const wide = new Float32Array(numbers.length);
  widen(numbers, 0, numbers.length, wide);
  return wide;
}

/** Where a half's bits are moved to be read as a single of 2^-112 times its value. */
const bits = new Uint32Array(1);
const single = new Float32Array(bits.buffer);
const BIAS_GAP = 2 ** 112;

/** Writes `count` numbers from `start` on as floats into the first places of `out`. Halves must be finite. */
export function widen(
  numbers: StoredNumbers,
  start: number,
  count: number,
  out: Float32Array,
): void {
  if (numbers instanceof Float32Array) {
    out.set(numbers.subarray(start, start + count));
    return;
  }
  for (let i = 0; i < count; i++) {
    const half = numbers[start + i] as number;
    bits[0] = ((half & 0x8000) << 16) | ((half & 0x7fff) << 13);
    out[i] = (single[0] as number) * BIAS_GAP;
  }
}
