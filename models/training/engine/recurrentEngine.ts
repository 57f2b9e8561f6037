import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { NetworkSizes } from '../../../server/src/core/embeddings/network';
import { orderByLength } from '../../../server/src/core/embeddings/tokenBatch';
import type { Parameters } from './parameters';
import { backwardGraph, forwardGraph, productGraph, TRACES } from './recurrentGraphs';
import { Scratch } from './scratch';
import { addWordMeans, distinctTokens, spreadWordMeans, type TokenTable } from './tokenTable';

/** Texts of similar length embedded together: few enough for little padding, many enough for fast products. */
const CHUNK = 128;

type Sequences = readonly (readonly number[])[];

type Sessions = Readonly<
  Record<'forward' | 'backward' | 'project' | 'outer' | 'inner', InferenceSession>
>;

/** One chunk's way forward, kept for the way back. */
interface ChunkPass {
  /** Rows of the batch, in the chunk's order. */
  readonly rows: readonly number[];
  readonly steps: number;
  readonly places: Int32Array;
  readonly kept: Record<string, Tensor>;
}

/** A batch's features and all that {@link RecurrentEngine.back} needs. */
export interface FeaturePass {
  /** `[texts, embedding + 4·units]`: mean word vector, then mean and maximum of each direction. */
  readonly features: Float32Array;
  readonly sequences: Sequences;
  readonly tokens: TokenTable;
  readonly chunks: readonly ChunkPass[];
}

/**
 * The encoder up to its projection, forward and back, on the native matrix products of onnxruntime: training is
 * several times faster than on WASM. The same function as the layers model of `network.ts` up to its layer
 * `features`, and its gradient (tested to agree).
 *
 * Half of an LSTM's step, W·x + b, depends on the token alone: it is computed once per distinct token of the batch.
 */
export class RecurrentEngine {
  readonly #sizes: NetworkSizes;
  readonly #sessions: Sessions;
  readonly #scratch = new Scratch();

  private constructor(sizes: NetworkSizes, sessions: Sessions) {
    this.#sizes = sizes;
    this.#sessions = sessions;
  }

  /** @param threads threads of one matrix product; results do not depend on it beyond rounding */
  static async create(sizes: NetworkSizes, threads = 1): Promise<RecurrentEngine> {
    const open = (graph: Uint8Array) =>
      InferenceSession.create(graph, {
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        executionMode: 'sequential',
        enableCpuMemArena: true,
        logSeverityLevel: 3,
      });
    return new RecurrentEngine(sizes, {
      forward: await open(forwardGraph(sizes.units)),
      backward: await open(backwardGraph(sizes.units)),
      project: await open(productGraph({ bias: true })),
      outer: await open(productGraph({ transposeA: true })),
      inner: await open(productGraph({ transposeB: true })),
    });
  }

  /** A reused tensor for a result. */
  #place(name: string, shape: readonly number[]): Tensor {
    return float(
      this.#scratch.take(
        name,
        shape.reduce((product, n) => product * n, 1),
      ),
      shape,
    );
  }

  /**
   * Computes the features of token sequences, each of at least one id. What the pass keeps for the way back is
   * overwritten by the next run.
   */
  async run(sequences: Sequences, parameters: Parameters): Promise<FeaturePass> {
    const { embedding, units } = this.#sizes;
    const width = embedding + 4 * units;
    const tokens = distinctTokens(sequences, parameters['words/embeddings'], embedding);
    const { y: projected } = await this.#sessions.project.run(
      {
        a: float(tokens.vectors, [tokens.size, embedding]),
        b: float(
          joinColumns(parameters['forward/kernel'], parameters['backward/kernel'], 4 * units),
          [embedding, 8 * units],
        ),
        bias: float(join(parameters['forward/bias'], parameters['backward/bias']), [8 * units]),
      },
      { y: this.#place('projected', [tokens.size, 8 * units]) },
    );
    const table = float((projected as Tensor).data as Float32Array, [2 * tokens.size, 4 * units]);
    const recurrent = float(
      join(parameters['forward/recurrent'], parameters['backward/recurrent']),
      [2, units, 4 * units],
    );
    const features = new Float32Array(sequences.length * width);
    addWordMeans(features, width, sequences, tokens, embedding);
    const order = orderByLength(sequences);
    const chunks: ChunkPass[] = [];
    for (let start = 0; start < order.length; start += CHUNK) {
      const rows = order.slice(start, start + CHUNK);
      const chunk = await this.#runChunk(chunks.length, rows, sequences, tokens, table, recurrent);
      this.#scatterFeatures(chunk, features, width);
      chunks.push(chunk);
    }
    return { features, sequences, tokens, chunks };
  }

  async #runChunk(
    index: number,
    rows: readonly number[],
    sequences: Sequences,
    tokens: TokenTable,
    table: Tensor,
    recurrent: Tensor,
  ): Promise<ChunkPass> {
    const batch = rows.length;
    const chosen = rows.map((row) => sequences[row] as readonly number[]);
    const steps = Math.max(...chosen.map((ids) => ids.length));
    const places = new Int32Array(steps * 2 * batch);
    const mask = new Float32Array(steps * batch);
    chosen.forEach((ids, row) => {
      const last = ids.length - 1;
      ids.forEach((id, t) => {
        const place = 2 * (tokens.placeOf.get(id) as number);
        places[t * 2 * batch + row] = place;
        places[((last - t) * 2 + 1) * batch + row] = place + 1;
        mask[t * batch + row] = 1;
      });
    });
    const masks = {
      mask: float(mask, [steps, 1, batch, 1]),
      lengths: float(
        Float32Array.from(chosen, (ids) => ids.length),
        [1, batch, 1],
      ),
    };
    const results = await this.#sessions.forward.run(
      {
        table,
        places: new Tensor('int32', places, [steps, 2, batch]),
        recurrent,
        ...masks,
      },
      this.#keep(index, steps, batch),
    );
    return { rows, steps, places, kept: { ...(results as Record<string, Tensor>), ...masks } };
  }

  /** Where a chunk's results go. */
  #keep(index: number, steps: number, batch: number): Record<string, Tensor> {
    const { units } = this.#sizes;
    const pooled = ['means', 'maxima'].map((name) => [name, [2, batch, units]] as const);
    const traces = TRACES.map((name) => [name, [steps, 2, batch, units]] as const);
    return Object.fromEntries(
      [...pooled, ...traces].map(([name, shape]) => [name, this.#place(`${index}/${name}`, shape)]),
    );
  }

  /** Writes a chunk's means and maxima, `[2, batch, units]` each, into the rows of `features`. */
  #scatterFeatures({ rows, kept }: ChunkPass, features: Float32Array, width: number): void {
    const { embedding, units } = this.#sizes;
    const pooled = [kept.means, kept.maxima].map((t) => (t as Tensor).data as Float32Array);
    rows.forEach((row, r) => {
      for (let direction = 0; direction < 2; direction++) {
        const from = (direction * rows.length + r) * units;
        pooled.forEach((values, kind) => {
          const to = row * width + embedding + (2 * direction + kind) * units;
          features.set(values.subarray(from, from + units), to);
        });
      }
    });
  }

  /**
   * Adds the gradients of word vectors, kernels, recurrent kernels and biases to `gradients`.
   *
   * @param dFeatures gradient of the loss in the features, of their shape
   */
  async back(
    pass: FeaturePass,
    dFeatures: Float32Array,
    parameters: Parameters,
    gradients: Parameters,
  ): Promise<void> {
    const { embedding, units } = this.#sizes;
    const { tokens } = pass;
    const back = float(
      join(
        transpose(parameters['forward/recurrent'], units),
        transpose(parameters['backward/recurrent'], units),
      ),
      [2, 4 * units, units],
    );
    const dTable = this.#scratch.take('dTable', 2 * tokens.size * 4 * units).fill(0);
    for (const chunk of pass.chunks) {
      await this.#backChunk(chunk, dFeatures, back, dTable, gradients);
    }
    sumRows(dTable, 8 * units, [gradients['forward/bias'], gradients['backward/bias']]);
    const dProjected = float(dTable, [tokens.size, 8 * units]);
    const vectors = float(tokens.vectors, [tokens.size, embedding]);
    const kernels = joinColumns(
      parameters['forward/kernel'],
      parameters['backward/kernel'],
      4 * units,
    );
    const { y: dKernels } = await this.#sessions.outer.run(
      { a: vectors, b: dProjected },
      { y: this.#place('dKernels', [embedding, 8 * units]) },
    );
    const { y: dVectors } = await this.#sessions.inner.run(
      {
        a: dProjected,
        b: float(kernels, [embedding, 8 * units]),
      },
      { y: this.#place('dVectors', [tokens.size, embedding]) },
    );
    splitColumns((dKernels as Tensor).data as Float32Array, 4 * units, [
      gradients['forward/kernel'],
      gradients['backward/kernel'],
    ]);
    const dWords = (dVectors as Tensor).data as Float32Array;
    const width = embedding + 4 * units;
    spreadWordMeans(dWords, dFeatures, width, pass.sequences, tokens, embedding);
    tokens.ids.forEach((id, place) => {
      addInto(gradients['words/embeddings'], id * embedding, dWords, place * embedding, embedding);
    });
  }

  async #backChunk(
    chunk: ChunkPass,
    dFeatures: Float32Array,
    back: Tensor,
    dTable: Float32Array,
    gradients: Parameters,
  ): Promise<void> {
    const { embedding, units } = this.#sizes;
    const { rows, kept, places, steps } = chunk;
    const width = embedding + 4 * units;
    const batch = rows.length;
    const dPooled = [0, 1].map(() => new Float32Array(2 * batch * units));
    rows.forEach((row, r) => {
      for (let direction = 0; direction < 2; direction++) {
        dPooled.forEach((values, kind) => {
          const from = row * width + embedding + (2 * direction + kind) * units;
          values.set(dFeatures.subarray(from, from + units), (direction * batch + r) * units);
        });
      }
    });
    const { means: _, ...traces } = kept;
    const { dz, d_recurrent } = await this.#sessions.backward.run(
      {
        ...traces,
        d_means: float(dPooled[0] as Float32Array, [2, batch, units]),
        d_maxima: float(dPooled[1] as Float32Array, [2, batch, units]),
        back,
      },
      {
        dz: this.#place('dz', [steps, 2, batch, 4 * units]),
        d_recurrent: this.#place('d_recurrent', [2, units, 4 * units]),
      },
    );
    const dRecurrent = (d_recurrent as Tensor).data as Float32Array;
    const size = units * 4 * units;
    addInto(gradients['forward/recurrent'], 0, dRecurrent, 0, size);
    addInto(gradients['backward/recurrent'], 0, dRecurrent, size, size);
    const gates = (dz as Tensor).data as Float32Array;
    const mask = (kept.mask as Tensor).data as Float32Array;
    places.forEach((place, at) => {
      // Padded steps have no gradient; their place is that of an arbitrary token.
      const step = Math.floor(at / (2 * batch));
      if (mask[step * batch + (at % batch)] === 0) return;
      addInto(dTable, place * 4 * units, gates, at * 4 * units, 4 * units);
    });
  }
}

function float(values: Float32Array, shape: readonly number[]): Tensor {
  return new Tensor('float32', values, shape);
}

function addInto(to: Float32Array, at: number, from: Float32Array, start: number, count: number) {
  for (let i = 0; i < count; i++) to[at + i] = (to[at + i] as number) + (from[start + i] as number);
}

function join(a: Float32Array, b: Float32Array): Float32Array {
  const joined = new Float32Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

/** `[rows, columns]` twice → `[rows, 2·columns]`. */
function joinColumns(a: Float32Array, b: Float32Array, columns: number): Float32Array {
  const joined = new Float32Array(a.length + b.length);
  for (let from = 0; from < a.length; from += columns) {
    joined.set(a.subarray(from, from + columns), 2 * from);
    joined.set(b.subarray(from, from + columns), 2 * from + columns);
  }
  return joined;
}

/** Adds the two halves of `[rows, 2·columns]` to two arrays `[rows, columns]`. */
function splitColumns(
  joined: Float32Array,
  columns: number,
  halves: readonly Float32Array[],
): void {
  for (let from = 0; 2 * from < joined.length; from += columns) {
    halves.forEach((half, i) => {
      addInto(half, from, joined, 2 * from + i * columns, columns);
    });
  }
}

/** Adds the column sums of `[rows, width]` to arrays that share the columns between them. */
function sumRows(values: Float32Array, width: number, sums: readonly Float32Array[]): void {
  const columns = width / sums.length;
  for (let row = 0; row < values.length; row += width) {
    sums.forEach((sum, i) => {
      addInto(sum, 0, values, row + i * columns, columns);
    });
  }
}

/** `[rows, columns]` → `[columns, rows]`. */
function transpose(matrix: Float32Array, rows: number): Float32Array {
  const columns = matrix.length / rows;
  const turned = new Float32Array(matrix.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) turned[j * rows + i] = matrix[i * columns + j] as number;
  }
  return turned;
}
