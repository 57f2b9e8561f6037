import * as tf from '@tensorflow/tfjs-core';
import type { EncodeOptions, Encoder } from './encoder';
import { embedBatch } from './forward';
import type { LoadedModel } from './loadModel';
import { batchTokens, orderByLength } from './tokenBatch';
import { cutWindows, joinWindows, MAX_WINDOWS } from './windows';

/** Sequences in a batch: enough to fill the matrix products, few enough to cancel within ~100 ms. */
const DEFAULT_BATCH_SIZE = 64;

/** One window of one text. */
interface Window {
  readonly text: number;
  readonly ids: readonly number[];
}

/** Embeds in the current thread, on the current tfjs backend. Gives way to other work between batches. */
export class TfEncoder implements Encoder {
  readonly #model: LoadedModel;
  readonly #batchSize: number;

  constructor(model: LoadedModel, batchSize = DEFAULT_BATCH_SIZE) {
    this.#model = model;
    this.#batchSize = batchSize;
  }

  get model() {
    return this.#model.identity;
  }

  get dimensions() {
    return this.#model.manifest.sizes.dimensions;
  }

  async encode(texts: readonly string[], options: EncodeOptions = {}): Promise<Float32Array[]> {
    const { window } = this.#model.manifest;
    const windows = texts.flatMap((text, index) => {
      const ids = this.#model.tokenizer.encode(text, window * MAX_WINDOWS);
      return cutWindows(ids, window).map((piece): Window => ({ text: index, ids: piece }));
    });
    const rows = await this.#embedWindows(windows, texts.length, options);
    return join(texts.length, windows, rows);
  }

  async dispose(): Promise<void> {
    this.#model.dispose();
  }

  /** Embeds windows of similar length together; answers one row per window, in the windows' order. */
  async #embedWindows(
    windows: readonly Window[],
    texts: number,
    { signal, onProgress }: EncodeOptions,
  ): Promise<Float32Array[]> {
    const order = orderByLength(windows.map(({ ids }) => ids));
    const rows = new Array<Float32Array>(windows.length);
    for (let start = 0; start < order.length; start += this.#batchSize) {
      signal?.throwIfAborted();
      const chosen = order.slice(start, start + this.#batchSize);
      const values = await this.#embedBatch(chosen.map((i) => (windows[i] as Window).ids));
      chosen.forEach((i, row) => {
        rows[i] = values.slice(row * this.dimensions, (row + 1) * this.dimensions);
      });
      const done = Math.min(order.length, start + this.#batchSize);
      onProgress?.(Math.floor((done / order.length) * texts));
      await giveWay();
    }
    return rows;
  }

  async #embedBatch(sequences: readonly (readonly number[])[]): Promise<Float32Array> {
    const embeddings = tf.tidy(() => embedBatch(batchTokens(sequences), this.#model.weights));
    try {
      return (await embeddings.data()) as Float32Array;
    } finally {
      embeddings.dispose();
    }
  }
}

function join(
  texts: number,
  windows: readonly Window[],
  rows: readonly Float32Array[],
): Float32Array[] {
  const parts = Array.from({ length: texts }, () => ({
    embeddings: [] as Float32Array[],
    lengths: [] as number[],
  }));
  windows.forEach(({ text, ids }, i) => {
    parts[text]?.embeddings.push(rows[i] as Float32Array);
    parts[text]?.lengths.push(ids.length);
  });
  return parts.map(({ embeddings, lengths }) => joinWindows(embeddings, lengths));
}

/** Lets queued messages (a cancellation, say) be handled before the next batch. */
function giveWay(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
