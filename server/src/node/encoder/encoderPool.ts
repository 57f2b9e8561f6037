import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { EncodeOptions, Encoder, ModelIdentity } from '../../core/embeddings/encoder';
import { BatchQueue, cutBatches } from './batchQueue';
import { EncoderThread, type EncodingBatch } from './encoderThread';

/** Batches a thread holds: one that it works on, one more so that it never waits for us. */
const MAX_LOAD = 2;
/** Waiting batches for which a further thread is worth its start. */
const GROW_AT = 8;
/** Threads at most. Each has its own scripts and stacks (some 10 MB); the model's memory is shared. */
const MAX_THREADS = 4;

export interface PoolOptions {
  /** Where `worker.js`, `tensorflowWorker.js` and the folder `wasm` are. */
  readonly scriptDir: string;
  readonly modelDir: string;
  /** Threads at most; by default all cores but one, which stays the editor's. */
  readonly threads?: number;
}

/** A call of `encode`. */
interface Request {
  readonly texts: readonly string[];
  readonly options: EncodeOptions;
  readonly embeddings: Float32Array[];
  readonly running: Set<EncodingBatch>;
  done: number;
  resolve(embeddings: Float32Array[]): void;
  reject(error: Error): void;
}

/** An encoder in worker threads, which work on one copy of the model. Further threads start when there is work. */
export class EncoderPool implements Encoder {
  readonly model: ModelIdentity;
  readonly dimensions: number;
  /** The engine in words. */
  readonly backend: string;
  readonly #options: PoolOptions;
  readonly #size: number;
  readonly #threads: EncoderThread[];
  readonly #queue = new BatchQueue<Request>();
  /** Threads that were started, whether they are ready or not. */
  #started = 1;

  private constructor(
    first: EncoderThread,
    options: PoolOptions,
    model: ModelIdentity,
    dimensions: number,
  ) {
    this.#threads = [first];
    this.#options = options;
    this.#size = first.model?.layout.scratches.length ?? 1;
    this.backend = first.backend;
    this.model = model;
    this.dimensions = dimensions;
  }

  /**
   * Starts one thread and waits until its model is loaded.
   *
   * @throws Error with the worker's own message when the model or the backend cannot be used.
   */
  static async start(
    options: PoolOptions,
    model: ModelIdentity,
    dimensions: number,
  ): Promise<EncoderPool> {
    const { scriptDir, threads = threadsOf() } = options;
    const start = { ...placesOf(options), threads };
    const first =
      (await EncoderThread.start(path.join(scriptDir, 'worker.js'), start)) ??
      (await EncoderThread.start(path.join(scriptDir, 'tensorflowWorker.js'), start));
    if (!first) throw new Error('The encoder does not run here. Reinstall Text Twin.');
    return new EncoderPool(first, options, model, dimensions);
  }

  encode(texts: readonly string[], options: EncodeOptions = {}): Promise<Float32Array[]> {
    const { signal, priority = 'background' } = options;
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    if (texts.length === 0) return Promise.resolve([]);
    const running = new Set<EncodingBatch>();
    const embeddings = new Array<Float32Array>(texts.length);
    let cancel = () => {};
    const encoded = new Promise<Float32Array[]>((resolve, reject) => {
      const request = { texts, options, embeddings, running, done: 0, resolve, reject };
      cancel = () => this.#giveUp(request, signal?.reason as Error);
      const batches = cutBatches(texts).map((indices) => ({ request, indices }));
      this.#queue.add(priority, batches);
    });
    signal?.addEventListener('abort', cancel, { once: true });
    this.#hand();
    return encoded.finally(() => signal?.removeEventListener('abort', cancel));
  }

  async dispose(): Promise<void> {
    // A thread that is still starting sees this and stops itself.
    this.#started = Number.POSITIVE_INFINITY;
    await Promise.all(this.#threads.map((thread) => thread.stop()));
  }

  /** Hands waiting batches to the threads that have the least to do. */
  #hand(): void {
    while (this.#queue.size > 0) {
      const thread = this.#threads.reduce((idlest, other) =>
        other.load < idlest.load ? other : idlest,
      );
      const batch = this.#queue.next(thread.load < MAX_LOAD);
      if (!batch) break;
      void this.#run(thread, batch.request, batch.indices);
    }
    if (this.#queue.size >= GROW_AT && this.#started < this.#size) void this.#grow();
  }

  async #run(thread: EncoderThread, request: Request, indices: readonly number[]): Promise<void> {
    const batch = thread.encode(indices.map((index) => request.texts[index] as string));
    request.running.add(batch);
    try {
      const values = await batch.values;
      indices.forEach((index, i) => {
        const start = i * this.dimensions;
        request.embeddings[index] = values.subarray(start, start + this.dimensions);
      });
      request.done += indices.length;
      request.running.delete(batch);
      if (!request.options.signal?.aborted) request.options.onProgress?.(request.done);
      if (request.done === request.texts.length) request.resolve(request.embeddings);
    } catch (error) {
      this.#giveUp(request, error as Error);
    }
    this.#hand();
  }

  #giveUp(request: Request, reason: Error): void {
    this.#queue.drop(request);
    for (const batch of request.running) batch.cancel();
    request.running.clear();
    request.reject(reason);
  }

  async #grow(): Promise<void> {
    const model = this.#threads[0]?.model;
    if (!model) return;
    const join = { model, thread: this.#started++ };
    const script = path.join(this.#options.scriptDir, 'worker.js');
    const start = { ...placesOf(this.#options), threads: this.#size, join };
    // The others go on without a thread that does not start; the first one's fate is the pool's.
    const thread = await EncoderThread.start(script, start).catch(() => undefined);
    if (!thread) return;
    if (this.#started === Number.POSITIVE_INFINITY) {
      await thread.stop();
      return;
    }
    this.#threads.push(thread);
    this.#hand();
  }
}

/**
 * Threads at most, within bounds: all cores but one, which stays the editor's.
 *
 * @param isAlone whether nobody works beside it. The last core is then of use once all is read and waits to be embedded.
 */
export function threadsOf({ isAlone = false }: { readonly isAlone?: boolean } = {}): number {
  const cores = availableParallelism() - (isAlone ? 0 : 1);
  return Math.max(1, Math.min(MAX_THREADS, cores));
}

const placesOf = ({ modelDir, scriptDir }: PoolOptions) => ({
  modelDir,
  wasmDir: path.join(scriptDir, 'wasm'),
});
