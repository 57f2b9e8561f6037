import * as tf from '@tensorflow/tfjs-core';
import type { EncoderWeights } from '../../server/src/core/embeddings/forward';
import { buildNetwork, type NetworkSizes } from '../../server/src/core/embeddings/network';
import { toBytes } from './byteNumbers';
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
    return shrink(artifacts as tf.io.ModelArtifacts);
  } finally {
    network.dispose();
  }
}

/** The weights that are stored in bytes: they are by far the most, and one of them hardly matters. */
const IN_BYTES = 'words/embeddings';
const ORIGINAL = { original_dtype: 'float32' } as const;

/**
 * The same model with its word vectors in bytes and all else in half precision, which tfjs widens again as it loads
 * them.
 */
function shrink(artifacts: tf.io.ModelArtifacts): { topology: tf.io.ModelJSON; weights: Buffer } {
  const specs = artifacts.weightSpecs as tf.io.WeightsManifestEntry[];
  const values = new Float32Array(artifacts.weightData as ArrayBuffer);
  const weights: tf.io.WeightsManifestEntry[] = [];
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const spec of specs) {
    const count = spec.shape.reduce((product, n) => product * n, 1);
    const own = values.subarray(at, at + count);
    at += count;
    if (spec.name === IN_BYTES) {
      const { bytes, coding } = toBytes(own);
      parts.push(bytes);
      weights.push({
        ...spec,
        quantization: { dtype: 'uint8', ...ORIGINAL, ...coding },
      });
    } else {
      parts.push(new Uint8Array(toHalfFloats(own).buffer));
      weights.push({ ...spec, quantization: { dtype: 'float16', ...ORIGINAL } });
    }
  }
  const topology: tf.io.ModelJSON = {
    format: 'layers-model',
    generatedBy: 'Text Twin',
    convertedBy: null,
    modelTopology: artifacts.modelTopology as object,
    weightsManifest: [{ paths: ['weights.bin'], weights }],
  };
  return { topology, weights: Buffer.concat(parts) };
}
