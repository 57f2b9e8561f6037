import * as tf from '@tensorflow/tfjs-core';
import { embedBatch } from './forward';
import type { LoadedModel } from './loadModel';
import { batchTokens } from './tokenBatch';
import { DEFAULT_BATCH_SIZE, WindowEncoder } from './windowEncoder';

/** Embeds in the current thread, on the current tfjs backend: where the kernel does not run. */
export class TfEncoder extends WindowEncoder {
  readonly #loaded: LoadedModel;

  constructor(model: LoadedModel, batchSize = DEFAULT_BATCH_SIZE) {
    super(model, batchSize);
    this.#loaded = model;
  }

  async dispose(): Promise<void> {
    this.#loaded.dispose();
  }

  protected async embedBatch(sequences: readonly (readonly number[])[]): Promise<Float32Array> {
    const embeddings = tf.tidy(() => embedBatch(batchTokens(sequences), this.#loaded.weights));
    try {
      return (await embeddings.data()) as Float32Array;
    } finally {
      embeddings.dispose();
    }
  }
}
