import { Worker } from 'node:worker_threads';
import type { PackedModel } from '../../core/embeddings/kernel/packedModel';
import type { Answer, Order, WorkerStart } from './messages';

/**
 * Room of a thread for new objects, MB. By default it grows to 48, which are never given back; little of a batch lives
 * longer than the batch.
 */
const YOUNG_MB = 6;

interface Waiting {
  resolve(values: Float32Array): void;
  reject(error: Error): void;
}

/** A batch on its way through a thread. */
export interface EncodingBatch {
  /** The embeddings one after the other. */
  readonly values: Promise<Float32Array>;
  /** Tells the thread that nobody waits any more; `values` may still come. */
  cancel(): void;
}

/** A worker thread that embeds batches of texts, in the order in which it is given them. */
export class EncoderThread {
  /** The engine in words. */
  readonly backend: string;
  /** What further threads may join. */
  readonly model: PackedModel | undefined;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #failure: Error | undefined;

  private constructor(worker: Worker, backend: string, model: PackedModel | undefined) {
    this.#worker = worker;
    this.backend = backend;
    this.model = model;
    worker.on('message', (answer: Answer) => this.#receive(answer));
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', () => this.#fail(new Error('The encoder has stopped. Restart the server.')));
  }

  /**
   * Starts the thread of `script` and waits until its model is loaded.
   *
   * @returns undefined when the engine or the model is not what that script supports
   * @throws Error with the worker's own message when the model or the backend cannot be used.
   */
  static async start(script: string, start: WorkerStart): Promise<EncoderThread | undefined> {
    const worker = new Worker(script, {
      workerData: start,
      stdout: true,
      stderr: true,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    // What tfjs and Emscripten print belongs neither to a report on stdout nor to the protocol.
    worker.stdout.resume();
    worker.stderr.resume();
    const answer = await firstAnswer(worker);
    if (answer.type === 'ready') return new EncoderThread(worker, answer.backend, answer.model);
    await worker.terminate();
    if (answer.type === 'unsupported') return undefined;
    throw new Error(answer.type === 'unusable' ? answer.message : `unexpected ${answer.type}`);
  }

  /** Batches that are not answered yet. */
  get load(): number {
    return this.#waiting.size;
  }

  encode(texts: readonly string[]): EncodingBatch {
    const id = ++this.#lastId;
    const values = new Promise<Float32Array>((resolve, reject) => {
      if (this.#failure) reject(this.#failure);
      else this.#waiting.set(id, { resolve, reject });
    });
    this.#send({ type: 'encode', id, texts });
    return { values, cancel: () => this.#send({ type: 'cancel', id }) };
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #send(order: Order): void {
    this.#worker.postMessage(order);
  }

  #receive(answer: Answer): void {
    if (answer.type === 'encoded') this.#take(answer.id)?.resolve(answer.values);
    else if (answer.type === 'failed') {
      this.#take(answer.id)?.reject(new Error(answer.message));
    }
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
