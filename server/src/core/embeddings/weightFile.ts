import type { NetworkSizes } from './network';

/** Numbers as the file has them: in bytes, in half precision or in single. See `widen`. */
export interface StoredNumbers {
  readonly stored: Uint8Array | Uint16Array | Float32Array;
  /** What a byte stands for. */
  readonly coding: ByteCoding;
}

/** A byte stands for `byte · scale + min`, as TensorFlow.js reads `uint8` weights. */
export interface ByteCoding {
  readonly scale: number;
  readonly min: number;
}

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
  readonly quantization?: { readonly dtype: string } & Partial<ByteCoding>;
}

/** Of the types that weights may be stored in. */
const ARRAYS = { uint8: Uint8Array, float16: Uint16Array, float32: Float32Array } as const;

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
    if (!isStorable(type)) throw new Error(`weight "${name}" is ${type}`);
    const Numbers = ARRAYS[type];
    const { scale = 1, min = 0 } = quantization ?? {};
    const length = shape.reduce((product, n) => product * n, 1);
    const bytes = length * Numbers.BYTES_PER_ELEMENT;
    if (!(offset + bytes <= data.length)) throw new Error(`weight "${name}" is cut off`);
    // A copy: where the file's bytes start need not suit the numbers. (Node's `slice` would not make one.)
    const numbers = new Numbers(new Uint8Array(data.subarray(offset, offset + bytes)).buffer);
    stored.set(name, { shape, numbers: { stored: numbers, coding: { scale, min } } });
    offset += bytes;
  }
  return stored;
}

function isStorable(type: string): type is keyof typeof ARRAYS {
  return Object.hasOwn(ARRAYS, type);
}

function areFinite({ stored, coding: { scale, min } }: StoredNumbers): boolean {
  if (stored instanceof Uint8Array) return Number.isFinite(255 * scale) && Number.isFinite(min);
  if (stored instanceof Float32Array) return stored.every(Number.isFinite);
  for (let i = 0; i < stored.length; i++) {
    if (((stored[i] as number) & LARGEST_EXPONENT) === LARGEST_EXPONENT) return false;
  }
  return true;
}

function widened(numbers: StoredNumbers): Float32Array {
  const wide = new Float32Array(numbers.stored.length);
  widen(numbers, 0, wide.length, wide);
  return wide;
}

/** Where a half's bits are moved to be read as a single of 2^-112 times its value. */
const bits = new Uint32Array(1);
const single = new Float32Array(bits.buffer);
const BIAS_GAP = 2 ** 112;

/** Writes `count` numbers from `start` on as floats into the first places of `out`. Halves must be finite. */
export function widen(
  { stored, coding: { scale, min } }: StoredNumbers,
  start: number,
  count: number,
  out: Float32Array,
): void {
  if (stored instanceof Float32Array) {
    out.set(stored.subarray(start, start + count));
    return;
  }
  if (stored instanceof Uint8Array) {
    for (let i = 0; i < count; i++) out[i] = (stored[start + i] as number) * scale + min;
    return;
  }
  for (let i = 0; i < count; i++) {
    const half = stored[start + i] as number;
    bits[0] = ((half & 0x8000) << 16) | ((half & 0x7fff) << 13);
    out[i] = (single[0] as number) * BIAS_GAP;
  }
}
