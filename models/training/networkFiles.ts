import * as tf from '@tensorflow/tfjs-core';
import type { EncoderWeights } from '../../server/src/core/embeddings/forward';
import { buildNetwork, type NetworkSizes } from '../../server/src/core/embeddings/network';
import { toHalfFloats } from './halfFloats';

/** The two files that hold a network: `model.json` as an object, and the bytes of `weights.bin`. */
export async function describeNetwork(
  sizes: NetworkSizes,
  encoder: EncoderWeights,
): Promise<{ topology: tf.io.ModelJSON; weights: Buffer }> {
  const network = buildNetwork(sizes);
  try {
    const { embedding, forward, backward, projection, projectionBias } = encoder;
    network.getLayer('words').setWeights([embedding]);
    for (const [name, lstm] of Object.entries({ forward, backward })) {
      network.getLayer(name).setWeights([lstm.kernel, lstm.recurrentKernel, lstm.bias]);
    }
    network.getLayer('projection').setWeights([projection, projectionBias]);
    let artifacts: tf.io.ModelArtifacts | undefined;
    await network.save(
      tf.io.withSaveHandler(async (saved) => {
        artifacts = saved;
        return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
      }),
    );
    return halve(artifacts as tf.io.ModelArtifacts);
  } finally {
    network.dispose();
  }
}

/** The same model with its weights in half precision, which tfjs widens again as it loads them. */
function halve(artifacts: tf.io.ModelArtifacts): { topology: tf.io.ModelJSON; weights: Buffer } {
  const specs = artifacts.weightSpecs as tf.io.WeightsManifestEntry[];
  const values = new Float32Array(artifacts.weightData as ArrayBuffer);
  const quantization = { dtype: 'float16', original_dtype: 'float32' } as const;
  const topology: tf.io.ModelJSON = {
    format: 'layers-model',
    generatedBy: 'Text Twin',
    convertedBy: null,
    modelTopology: artifacts.modelTopology as object,
    weightsManifest: [
      { paths: ['weights.bin'], weights: specs.map((spec) => ({ ...spec, quantization })) },
    ],
  };
  return { topology, weights: Buffer.from(toHalfFloats(values).buffer) };
}
