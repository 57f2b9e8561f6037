import type { EncodeOptions, Encoder, ModelIdentity } from './encoder';
import type { Manifest } from './manifest';
import { orderByLength } from './tokenBatch';
import type { Tokenizer } from './tokenizer';
import { cutWindows, joinWindows, MAX_WINDOWS } from './windows';

/** Sequences in a batch: enough to fill the matrix products, few enough to cancel within ~100 ms. */
export const DEFAULT_BATCH_SIZE = 64;

/** What an encoder needs of a model besides its weights. */
export interface EncoderModel {
  readonly identity: ModelIdentity;
  readonly manifest: Manifest;
  readonly tokenizer: Tokenizer;
}

/** One window of one text. */
interface Window {
  readonly text: number;
  readonly ids: readonly number[];
}

/** Embeds texts window by window in the current thread. Gives way to other work between batches. */
export abstract class WindowEncoder implements Encoder {
  readonly #model: EncoderModel;
  readonly #batchSize: number;

  protected constructor(model: EncoderModel, batchSize: number) {
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

  abstract dispose(): Promise<void>;

  /**
   * Embeds a batch of sequences, longest first.
   *
   * @returns `[size, dimensions]`, rows of unit length
   */
  protected abstract embedBatch(
    sequences: readonly (readonly number[])[],
  ): Promise<Float32Array> | Float32Array;

  /** Embeds windows of similar length together; answers one row per window, in the windows' order. */
  async #embedWindows(
    windows: readonly Window[],
    texts: number,
    { signal, onProgress }: EncodeOptions,
  ): Promise<Float32Array[]> {
    const order = orderByLength(windows.map(({ ids }) => ids)).reverse();
    const rows = new Array<Float32Array>(windows.length);
    for (let start = 0; start < order.length; start += this.#batchSize) {
      signal?.throwIfAborted();
      const chosen = order.slice(start, start + this.#batchSize);
      const values = await this.embedBatch(chosen.map((i) => (windows[i] as Window).ids));
      chosen.forEach((i, row) => {
        rows[i] = values.subarray(row * this.dimensions, (row + 1) * this.dimensions);
      });
      const done = Math.min(order.length, start + this.#batchSize);
      onProgress?.(Math.floor((done / order.length) * texts));
      if (done < order.length) await giveWay();
    }
    return rows;
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

/**
 * Lets queued messages (a cancellation, say) be handled before the next batch. A message to oneself, because a
 * timer waits a millisecond at least, which is a sixth of a batch.
 */
function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
