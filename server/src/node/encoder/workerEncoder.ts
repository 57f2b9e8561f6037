import { Worker } from 'node:worker_threads';
import type { EncodeOptions, Encoder, ModelIdentity } from '../../core/embeddings/encoder';
import type { Answer, Order, WorkerStart } from './messages';

interface Waiting {
  readonly count: number;
  readonly options: EncodeOptions;
  resolve(embeddings: Float32Array[]): void;
  reject(error: Error): void;
}

/** An encoder in a worker thread. */
export class WorkerEncoder implements Encoder {
  readonly model: ModelIdentity;
  readonly dimensions: number;
  /** The tfjs backend in words. */
  readonly backend: string;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #failure: Error | undefined;

  private constructor(worker: Worker, backend: string, model: ModelIdentity, dimensions: number) {
    this.#worker = worker;
    this.backend = backend;
    this.model = model;
    this.dimensions = dimensions;
    worker.on('message', (answer: Answer) => this.#receive(answer));
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', () => this.#fail(new Error('The encoder has stopped. Restart the server.')));
  }

  /**
   * Starts the thread of `script` and waits until its model is loaded.
   *
   * @throws Error with the worker's own message when the model or the backend cannot be used.
   */
  static async start(
    script: string,
    start: WorkerStart,
    model: ModelIdentity,
    dimensions: number,
  ): Promise<WorkerEncoder> {
    const worker = new Worker(script, { workerData: start, stdout: true, stderr: true });
    // What tfjs and Emscripten print belongs neither to a report on stdout nor to the protocol.
    worker.stdout.resume();
    worker.stderr.resume();
    const answer = await firstAnswer(worker);
    if (answer.type === 'ready')
      return new WorkerEncoder(worker, answer.backend, model, dimensions);
    await worker.terminate();
    throw new Error(answer.type === 'unusable' ? answer.message : `unexpected ${answer.type}`);
  }

  encode(texts: readonly string[], options: EncodeOptions = {}): Promise<Float32Array[]> {
    const { signal } = options;
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    if (this.#failure) return Promise.reject(this.#failure);
    if (texts.length === 0) return Promise.resolve([]);
    const id = ++this.#lastId;
    const encoded = new Promise<Float32Array[]>((resolve, reject) => {
      this.#waiting.set(id, { count: texts.length, options, resolve, reject });
    });
    const cancel = () => {
      this.#send({ type: 'cancel', id });
      this.#take(id)?.reject(signal?.reason as Error);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    this.#send({ type: 'encode', id, texts });
    return encoded.finally(() => signal?.removeEventListener('abort', cancel));
  }

  async dispose(): Promise<void> {
    await this.#worker.terminate();
  }

  #send(order: Order): void {
    this.#worker.postMessage(order);
  }

  #receive(answer: Answer): void {
    if (answer.type === 'progress') {
      this.#waiting.get(answer.id)?.options.onProgress?.(answer.done);
    } else if (answer.type === 'encoded') {
      const waiting = this.#take(answer.id);
      waiting?.resolve(this.#rowsOf(answer.values, waiting.count));
    } else if (answer.type === 'failed') {
      this.#take(answer.id)?.reject(new Error(answer.message));
    }
  }

  #rowsOf(values: Float32Array, count: number): Float32Array[] {
    const { dimensions } = this;
    return Array.from({ length: count }, (_, i) =>
      values.subarray(i * dimensions, (i + 1) * dimensions),
    );
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  #fail(error: Error): void {
    this.#failure = error;
    for (const id of [...this.#waiting.keys()]) this.#take(id)?.reject(error);
  }
}

/** Waits for the worker to say whether it is ready. Leaves no listener behind. */
function firstAnswer(worker: Worker): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const fail = (reason: Error | number) => {
      const ended = new Error(`The encoder ended with status ${reason}. Reinstall Text Twin.`);
      reject(typeof reason === 'number' ? ended : reason);
    };
    worker.once('error', fail);
    worker.once('exit', fail);
    worker.once('message', (answer: Answer) => {
      worker.off('error', fail);
      worker.off('exit', fail);
      resolve(answer);
    });
  });
}
