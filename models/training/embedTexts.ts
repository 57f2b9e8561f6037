import * as tf from '@tensorflow/tfjs-core';
import { type EncoderWeights, embedBatch } from '../../server/src/core/embeddings/forward';
import { batchTokens, orderByLength } from '../../server/src/core/embeddings/tokenBatch';
import type { Tokenizer } from '../../server/src/core/embeddings/tokenizer';

const BATCH = 128;
/** Validation texts are cut here, as the encoder's windows are. */
const MAX_TOKENS = 64;

/** Embeds texts with weights in training; one unit vector per text, in order. */
export function embedTexts(
  texts: readonly string[],
  tokenizer: Tokenizer,
  weights: EncoderWeights,
): Float32Array[] {
  const tokens = texts.map((text) => tokenizer.encode(text, MAX_TOKENS));
  const order = orderByLength(tokens);
  const embeddings = new Array<Float32Array>(texts.length);
  for (let start = 0; start < order.length; start += BATCH) {
    const chosen = order.slice(start, start + BATCH);
    const rows = tf.tidy(() => {
      const batch = batchTokens(chosen.map((i) => tokens[i] as number[]));
      return embedBatch(batch, weights).arraySync();
    });
    chosen.forEach((i, row) => {
      embeddings[i] = Float32Array.from(rows[row] as number[]);
    });
  }
  return embeddings;
}
