import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import type { EncoderWeights } from './forward';
import {
  decode,
  type ModelDescription,
  ModelError,
  type ModelFiles,
  messageOf,
  parse,
  readModelFiles,
} from './modelFiles';
import { weightsOf } from './network';
import type { Tokenizer } from './tokenizer';

/** A model on a tfjs backend whose files have all been verified. */
export interface LoadedModel extends ModelDescription {
  readonly tokenizer: Tokenizer;
  readonly weights: EncoderWeights;
  dispose(): void;
}

/**
 * Loads a model onto the current tfjs backend and verifies it: sizes and SHA-256 of all files, the
 * tokenizer's vocabulary, the shape of each weight, finite numbers.
 *
 * @throws ModelError at the first thing that is off; nothing is left allocated.
 */
export async function loadModel(files: ModelFiles): Promise<LoadedModel> {
  const { topology, weightData, ...description } = await readModelFiles(files);
  const model = await readNetwork(files, topology, weightData);
  try {
    const weights = parse(files, 'weights.bin', () => {
      const taken = weightsOf(model, description.manifest.sizes);
      requireFinite(model);
      return taken;
    });
    return { ...description, weights, dispose: () => void model.dispose() };
  } catch (error) {
    model.dispose();
    throw error;
  }
}

async function readNetwork(
  files: ModelFiles,
  topology: Uint8Array,
  weights: Uint8Array,
): Promise<layers.LayersModel> {
  try {
    const { modelTopology, weightsManifest } = JSON.parse(decode(topology)) as tf.io.ModelJSON;
    return await layers.loadLayersModel(
      tf.io.fromMemory({
        modelTopology,
        weightSpecs: weightsManifest.flatMap((group) => group.weights),
        // A copy: the bytes of a small file stand somewhere in a larger buffer. (Node’s `slice` would not make one.)
        weightData: new Uint8Array(weights).buffer,
      }),
    );
  } catch (error) {
    throw new ModelError(
      files,
      'model.json',
      `does not describe the encoder (${messageOf(error)})`,
    );
  }
}

function requireFinite(model: layers.LayersModel): void {
  tf.tidy(() => {
    for (const weight of model.getWeights()) {
      const sum = tf.sum(tf.abs(weight)).dataSync()[0] as number;
      if (!Number.isFinite(sum)) throw new Error('a weight is not a finite number');
    }
  });
}
