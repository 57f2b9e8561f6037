import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type * as tf from '@tensorflow/tfjs-core';
import { loadModel } from '../../server/src/core/embeddings/loadModel';
import type { Manifest } from '../../server/src/core/embeddings/manifest';
import type { TokenizerFile } from '../../server/src/core/embeddings/tokenizer';
import { modelFolder } from '../../server/src/node/encoder/modelFolder';
import type { ParameterName, Parameters } from './engine/parameters';

/** A finished model to go on from. */
export interface StartingPoint {
  readonly manifest: Manifest;
  readonly tokenizerFile: TokenizerFile;
  readonly parameters: Parameters;
}

/**
 * Reads a model folder, to train it further on other pairs.
 *
 * @throws ModelError when the folder does not hold a whole model.
 */
export async function readStartingPoint(folder: string): Promise<StartingPoint> {
  const { manifest, weights, dispose } = await loadModel(modelFolder(folder));
  const { embedding, forward, backward, projection, projectionBias } = weights;
  const tensors: Record<ParameterName, tf.Tensor> = {
    'words/embeddings': embedding,
    'forward/kernel': forward.kernel,
    'forward/recurrent': forward.recurrentKernel,
    'forward/bias': forward.bias,
    'backward/kernel': backward.kernel,
    'backward/recurrent': backward.recurrentKernel,
    'backward/bias': backward.bias,
    'projection/kernel': projection,
    'projection/bias': projectionBias,
  };
  const parameters = Object.fromEntries(
    Object.entries(tensors).map(([name, tensor]) => [
      name,
      Float32Array.from(tensor.dataSync() as Float32Array),
    ]),
  ) as Parameters;
  dispose();
  const json = await readFile(path.join(folder, 'tokenizer.json'), 'utf8');
  return { manifest, tokenizerFile: JSON.parse(json) as TokenizerFile, parameters };
}
