import * as tf from '@tensorflow/tfjs-core';
import { unitRows } from '../../server/src/core/embeddings/forward';
import type { NetworkSizes } from '../../server/src/core/embeddings/network';
import type { Tokenizer } from '../../server/src/core/embeddings/tokenizer';
import type { Parameters } from './engine/parameters';
import type { RecurrentEngine } from './engine/recurrentEngine';

const BATCH = 512;
/** Validation texts are cut here, as the encoder's windows are. */
const MAX_TOKENS = 64;

/** Embeds texts with parameters in training; one unit vector per text, in order. */
export async function embedTexts(
  texts: readonly string[],
  tokenizer: Tokenizer,
  engine: RecurrentEngine,
  parameters: Parameters,
  sizes: NetworkSizes,
): Promise<Float32Array[]> {
  const tokens = texts.map((text) => tokenizer.encode(text, MAX_TOKENS));
  const embeddings: Float32Array[] = [];
  for (let start = 0; start < tokens.length; start += BATCH) {
    const part = tokens.slice(start, start + BATCH);
    const { features } = await engine.run(part, parameters);
    embeddings.push(...project(features, part.length, parameters, sizes));
  }
  return embeddings;
}

function project(
  features: Float32Array,
  rows: number,
  parameters: Parameters,
  { embedding, units, dimensions }: NetworkSizes,
): Float32Array[] {
  const width = embedding + 4 * units;
  let values = new Float32Array(0);
  tf.tidy(() => {
    const kernel = tf.tensor2d(parameters['projection/kernel'], [width, dimensions]);
    const projected = tf.matMul(tf.tensor2d(features, [rows, width]), kernel);
    const bias = tf.tensor1d(parameters['projection/bias']);
    const unit = unitRows(tf.add(projected, bias) as tf.Tensor2D);
    values = Float32Array.from(unit.dataSync());
  });
  return Array.from({ length: rows }, (_, row) =>
    values.slice(row * dimensions, (row + 1) * dimensions),
  );
}
