import type { NetworkSizes } from '../network';
import type { ByteCoding } from '../weightFile';

/** Tokens whose table rows are made at once. */
export const FILL_ROWS = 32;
/** Bytes at the head of a table row: three scales (forward, backward, word vector), then 1 once it is filled. */
export const HEAD_BYTES = 16;
/** Bytes of one row's state of four units: c, sum and maximum of h (`STATE_BYTES` of the kernel). */
const STATE_BYTES = 48;
/** Units come in blocks of four: one vector. */
export const BLOCK_UNITS = 4;
const FLOAT = 4;
/** Starts of regions: a cache line. */
const ALIGNMENT = 64;

/** Addresses of one direction's weights. */
export interface DirectionPlaces {
  readonly weights: number;
  readonly scales: number;
}

/** Addresses that one thread alone writes to. */
export interface ScratchPlaces {
  readonly tokens: number;
  readonly steps: number;
  readonly hidden: number;
  readonly state: number;
  readonly features: number;
  readonly embeddings: number;
  /** Word vectors of the tokens whose table rows are being made, `[FILL_ROWS][words]`. */
  readonly vectors: number;
  /** Their projections x·W + b, `[FILL_ROWS][2·4·units]`. */
  readonly projected: number;
}

/** Where everything is in the kernel's memory; lengths are padded to whole vectors. */
export interface KernelLayout {
  readonly sizes: NetworkSizes;
  /** Blocks of four units of one direction. */
  readonly blocks: number;
  /** Length of a padded word vector. */
  readonly words: number;
  /** Length of the padded features. */
  readonly features: number;
  /** Length of a padded embedding. */
  readonly dimensions: number;
  /** Sequences in a batch, at most. */
  readonly rows: number;
  /** Tokens in a sequence, at most. */
  readonly steps: number;
  readonly directions: readonly [DirectionPlaces, DirectionPlaces];
  readonly inputWeights: number;
  readonly inputBias: number;
  readonly projection: number;
  readonly projectionBias: number;
  readonly storedWords: number;
  readonly wordStore: WordStore;
  readonly table: number;
  readonly tableRowBytes: number;
  readonly scratches: readonly ScratchPlaces[];
  readonly bytes: number;
}

/** How the numbers of word vectors are stored, see `StoredNumbers`. */
export interface WordStore {
  /** Of a number: 1, 2 (half precision) or 4. */
  readonly bytes: number;
  readonly coding: ByteCoding;
}

export interface LayoutOptions {
  readonly rows: number;
  readonly steps: number;
  /** Threads that work on the memory. */
  readonly threads: number;
  readonly wordStore: WordStore;
}

/** Plans the memory of a model. */
export function layOut(sizes: NetworkSizes, options: LayoutOptions): KernelLayout {
  const { rows, steps } = options;
  const blocks = Math.ceil(sizes.units / BLOCK_UNITS);
  const units = blocks * BLOCK_UNITS;
  const words = roundUp(sizes.embedding, 8);
  const dimensions = roundUp(sizes.dimensions, 8);
  const features = words + 4 * units;
  const tableRowBytes = HEAD_BYTES + 2 * (8 * units) + 2 * words;
  // Address 0 stays free: nothing real is ever there.
  let free = ALIGNMENT;
  const take = (bytes: number): number => {
    const start = free;
    free = roundUp(free + bytes, ALIGNMENT);
    return start;
  };
  const direction = () => ({
    weights: take(units * 4 * units * 2),
    scales: take(4 * units * FLOAT),
  });
  const scratch = (): ScratchPlaces => ({
    tokens: take(rows * steps * FLOAT),
    steps: take(rows * FLOAT),
    hidden: take(2 * (rows + 1) * units * 2),
    state: take(blocks * (rows + 1) * STATE_BYTES),
    features: take(rows * features * FLOAT),
    embeddings: take(rows * dimensions * FLOAT),
    vectors: take(FILL_ROWS * words * FLOAT),
    projected: take(FILL_ROWS * 8 * units * FLOAT),
  });
  return {
    sizes,
    blocks,
    words,
    features,
    dimensions,
    rows,
    steps,
    tableRowBytes,
    directions: [direction(), direction()],
    inputWeights: take(words * 8 * units * FLOAT),
    inputBias: take(8 * units * FLOAT),
    projection: take(features * dimensions * FLOAT),
    projectionBias: take(dimensions * FLOAT),
    wordStore: options.wordStore,
    storedWords: take(sizes.vocabulary * sizes.embedding * options.wordStore.bytes),
    table: take(sizes.vocabulary * tableRowBytes),
    scratches: Array.from({ length: options.threads }, scratch),
    bytes: free,
  };
}

const roundUp = (value: number, unit: number) => Math.ceil(value / unit) * unit;
