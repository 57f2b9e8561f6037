import { CellIndex } from '../server/src/core/twins/search/cellIndex';
import { type Centres, chooseCentres } from '../server/src/core/twins/search/centres';
import { bestKernel, type KernelMaker } from '../server/src/core/twins/search/kernel';
import { plainKernel } from '../server/src/core/twins/search/plainKernel';
import { VectorTable } from '../server/src/core/twins/search/vectorTable';
import type { Row } from './encoder';
import { benchEdits } from './searchEdits';
import { atMost, processorTime, quantile } from './searchFigures';
import { hnswIndex } from './searchMethods/hnsw';
import { bruteForce, prunedScan } from './searchMethods/prunedScan';
import { multiplied, type Passages, readPassages, withMade } from './searchPassages';

const SIZES = [1_000, 10_000, 100_000, 300_000];
/** How often a join is repeated, for the median, and of how many passages at most. */
const ROUNDS = 3;
const OFTEN = 100_000;
/** Passages that the target of a join is about. */
const MANY_JOINED = 100_000;
/** Passages of which all pairs are looked at to check the join. */
const CHECKED = 20_000;
const QUERIES = 100;
/** Passages that the target of a single query is about. */
const MANY = 1_000_000;

/**
 * Twin search on embeddings of real passages, one core, in processor time: a busy machine bears on it less. Rows come as
 * they are measured, which takes minutes.
 *
 * @param folder see `readPassages`.
 * @param radii Euclidean; the first is the one that targets are about.
 * @param most how many passages the single query is asked among; those that there are not are made.
 */
export async function* searchRows(
  folder: string,
  radii: readonly [number, ...number[]],
  most = MANY,
): AsyncGenerator<Row[]> {
  const passages = withMade(readPassages(folder), Math.min(100_000, most));
  const [radius] = radii;
  const { real, texts } = passages;
  yield [
    { measure: 'distinct passages, real', value: real, unit: '' },
    { measure: '… made from them, each moved', value: texts.length - real, unit: '' },
  ];
  yield checkJoin(passages, radius);
  // The first join compiles; its time would make growth look smaller than it is.
  benchJoin(passages, Math.min(SIZES[0] ?? most, texts.length), radius);
  const times: number[] = [];
  for (const size of SIZES.filter((some) => some <= Math.min(most, texts.length))) {
    for (const some of radii) {
      const rows = benchJoin(passages, size, some, some === radius);
      if (some === radius) times.push(rows[0]?.value ?? 0);
      yield rows;
    }
  }
  yield growth(times);
  yield await benchEdits(passages);
  yield* benchMethods(passages, radius);
  yield benchQueries(passages, most, radii);
}

/** All pairs, from vectors alone: cells are chosen and filled within the time. */
function benchJoin(
  { vectors, width }: Passages,
  size: number,
  radius: number,
  isTarget = false,
): Row[] {
  let pairs = 0;
  const table = tableOf(vectors, width, size);
  const ids = [...Array(size).keys()];
  const times = Array.from({ length: size <= OFTEN ? ROUNDS : 1 }, () => {
    pairs = 0;
    return processorTime(() => {
      const index = new CellIndex(table, centresFor(table, ids));
      for (const joined of index.joinAll(ids, radius)) {
        for (const { near } of joined) pairs += near.length;
      }
    });
  });
  const seconds = quantile(times, 0.5) / 1000;
  const measure = `join of ${size} at ${radius}`;
  const isAskedFor = size === MANY_JOINED && isTarget;
  return [
    { measure, value: seconds, unit: 's', ...(isAskedFor && atMost(seconds, 5)) },
    { measure: `… least of ${times.length}`, value: Math.min(...times) / 1000, unit: 's' },
    { measure: '… pairs found', value: pairs, unit: '' },
  ];
}

/** Whether the join finds the very pairs that looking at each pair finds, at the very same distances. */
function checkJoin({ vectors, width, real }: Passages, radius: number): Row[] {
  const size = Math.min(CHECKED, real);
  const table = tableOf(vectors, width, size);
  const ids = [...Array(size).keys()];
  const truth = new Set<string>();
  for (const a of ids) {
    const vector = table.row(a);
    for (let b = 0; b < a; b++) {
      const squared = table.squaredDistance(b, vector, radius * radius);
      if (squared <= radius * radius) truth.add(`${a} ${b} ${Math.sqrt(squared)}`);
    }
  }
  const index = new CellIndex(table, centresFor(table, ids));
  const found = [...index.joinAll(ids, radius)]
    .flat()
    .flatMap(({ id: a, near }) =>
      near.map(({ id: b, distance }) => `${Math.max(a, b)} ${Math.min(a, b)} ${distance}`),
    );
  const right = found.filter((pair) => truth.has(pair)).length;
  const measure = `pairs among ${size} real ones at ${radius}, each pair looked at`;
  return [
    { measure, value: truth.size, unit: '' },
    { measure: '… found by the join', value: found.length, unit: '' },
    { measure: '… the very same ones', value: right, unit: '' },
  ];
}

/** How the time of joins grows from each size to the next. */
function growth(times: readonly number[]): Row[] {
  return times.slice(1).map((time, i) => {
    const [before, after] = [SIZES[i] as number, SIZES[i + 1] as number];
    return {
      measure: `growth from ${before} to ${after}: n to the power of`,
      value: Math.log(time / (times[i] as number)) / Math.log(after / before),
      unit: '',
    };
  });
}

/** Queries among the most passages that there are, by each method; all that are exact must agree. */
function* benchMethods({ vectors, width, texts }: Passages, radius: number): Generator<Row[]> {
  const size = Math.min(100_000, texts.length);
  const wanted = Array.from({ length: QUERIES }, (_, i) => {
    const id = Math.floor((i * size) / QUERIES);
    return vectors.subarray(id * width, (id + 1) * width);
  });
  const { table, centres } = prepare(vectors, width, size);
  const cells = (kernel: KernelMaker) => {
    const index = new CellIndex(table, centres, kernel);
    for (let id = 0; id < size; id++) index.insert(id);
    return (vector: Float32Array) => index.within(vector, radius).map(({ id }) => id);
  };
  const methods: Record<string, () => ((vector: Float32Array) => number[]) | undefined> = {
    'brute force': () => (vector) => bruteForce(vectors, width, size, vector, radius),
    'pruned scan (0.1)': () => (vector) => prunedScan(vectors, width, size, vector, radius),
    'cells, plain JavaScript': () => cells(plainKernel),
    'cells, SIMD': () => cells(bestKernel),
    'hnswlib (approximate)': () => {
      const hnsw = hnswIndex(vectors, width, size);
      return hnsw && ((vector) => hnsw(vector, radius));
    },
  };
  let truth: readonly (readonly number[])[] | undefined;
  for (const [name, build] of Object.entries(methods)) {
    let method: ReturnType<typeof build>;
    const built = processorTime(() => {
      method = build();
    });
    const ask = method;
    if (!ask) {
      yield [{ measure: name, value: Number.NaN, unit: 'skipped: hnswlib-node is not installed' }];
      continue;
    }
    let found: number[][] = [];
    const ms = processorTime(() => {
      found = wanted.map(ask);
    });
    truth ??= found;
    yield [
      { measure: `query among ${size}, ${name}`, value: ms / QUERIES, unit: 'ms' },
      { measure: '… recall', value: recall(found, truth), unit: '' },
      { measure: '… building the index', value: built / 1000, unit: 's' },
    ];
  }
}

function recall(found: readonly number[][], truth: readonly (readonly number[])[]): number {
  const all = truth.reduce((sum, { length }) => sum + length, 0);
  const right = found.flatMap((ids, i) => ids.filter((id) => truth[i]?.includes(id)));
  return right.length / all;
}

function benchQueries(passages: Passages, size: number, radii: readonly number[]): Row[] {
  const { width } = passages;
  const vectors = multiplied(passages, size);
  const { table, centres } = prepare(vectors, width, size);
  const index = new CellIndex(table, centres);
  for (let id = 0; id < size; id++) index.insert(id);
  return radii.flatMap((radius) => {
    const times = Array.from({ length: 1000 }, (_, i) => {
      const id = Math.floor((i * size) / 1000);
      const vector = vectors.subarray(id * width, (id + 1) * width);
      return processorTime(() => index.within(vector, radius));
    });
    const p99 = quantile(times, 0.99);
    const measure = `query among ${size} (${Math.min(passages.real, size)} real) at ${radius}`;
    return [
      { measure: `${measure}, p99`, value: p99, unit: 'ms', ...(size >= MANY && atMost(p99, 5)) },
      { measure: '… p50', value: quantile(times, 0.5), unit: 'ms' },
    ];
  });
}

function prepare(vectors: Float32Array, width: number, size: number) {
  const table = tableOf(vectors, width, size);
  return { table, centres: centresFor(table, [...Array(size).keys()]) };
}

function tableOf(vectors: Float32Array, width: number, size: number): VectorTable {
  const table = new VectorTable(width);
  for (let id = 0; id < size; id++) {
    table.set(id, vectors.subarray(id * width, (id + 1) * width));
  }
  return table;
}

function centresFor(table: VectorTable, ids: readonly number[]): Centres {
  const choosing = chooseCentres(table, ids);
  let step = choosing.next();
  while (!step.done) step = choosing.next();
  return step.value;
}
