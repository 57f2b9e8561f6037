import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { type EncoderWeights, unitRows } from './forward';

/** The sizes that define the network; all are in the manifest. */
export interface NetworkSizes {
  readonly vocabulary: number;
  /** Length of a word vector. */
  readonly embedding: number;
  /** LSTM units of one direction. */
  readonly units: number;
  /** Length of a passage's embedding. */
  readonly dimensions: number;
}

/** Scales each row to unit length, so that Euclidean energies lie in [0, 2]. */
export class UnitNorm extends layers.layers.Layer {
  static className = 'TextTwinUnitNorm';

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => unitRows((Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor2D));
  }

  override computeOutputShape(inputShape: layers.Shape): layers.Shape {
    return inputShape;
  }
}
tf.serialization.registerClass(UnitNorm);

/**
 * The encoder as a TensorFlow.js layers model: what `models/encoder/model.json` holds.
 *
 * Token ids `[batch, steps]` (unpadded) → word vectors → an LSTM in each direction → mean and maximum over
 * the steps, beside the mean word vector → projection → unit length `[batch, dimensions]`.
 */
export function buildNetwork(sizes: NetworkSizes): layers.LayersModel {
  const { layers: make } = layers;
  const ids = layers.input({ shape: [null], dtype: 'int32', name: 'tokens' });
  const words = make
    .embedding({ inputDim: sizes.vocabulary, outputDim: sizes.embedding, name: 'words' })
    .apply(ids) as layers.SymbolicTensor;
  // Zeros: the default orthogonal initialiser costs a QR decomposition at each load.
  const lstm = (name: string, goBackwards: boolean) =>
    make
      .lstm({
        name,
        goBackwards,
        units: sizes.units,
        returnSequences: true,
        recurrentActivation: 'sigmoid',
        kernelInitializer: 'zeros',
        recurrentInitializer: 'zeros',
      })
      .apply(words) as layers.SymbolicTensor;
  const mean = (x: layers.SymbolicTensor) =>
    make.globalAveragePooling1d({}).apply(x) as layers.SymbolicTensor;
  const maximum = (x: layers.SymbolicTensor) =>
    make.globalMaxPooling1d({}).apply(x) as layers.SymbolicTensor;
  const forward = lstm('forward', false);
  const backward = lstm('backward', true);
  const features = make
    .concatenate({ name: 'features' })
    .apply([
      mean(words),
      mean(forward),
      maximum(forward),
      mean(backward),
      maximum(backward),
    ]) as layers.SymbolicTensor;
  const projected = make
    .dense({ units: sizes.dimensions, kernelInitializer: 'zeros', name: 'projection' })
    .apply(features) as layers.SymbolicTensor;
  const embedding = new UnitNorm({ name: 'unit' }).apply(projected) as layers.SymbolicTensor;
  return layers.model({ inputs: ids, outputs: embedding, name: 'text_twin_encoder' });
}

/**
 * The weights inside a layers model; they stay the model's and are disposed with it.
 *
 * @throws Error naming the weight whose shape is not what `sizes` asks for.
 */
export function weightsOf(model: layers.LayersModel, sizes: NetworkSizes): EncoderWeights {
  const { vocabulary, embedding, units, dimensions } = sizes;
  const take = <T extends tf.Tensor>(layer: string, index: number, shape: number[]): T => {
    const weight = model.getLayer(layer).getWeights()[index];
    if (!weight || weight.shape.join() !== shape.join()) {
      throw new Error(
        `weight ${index} of layer "${layer}" is [${weight?.shape.join(', ') ?? 'absent'}], ` +
          `the manifest asks for [${shape.join(', ')}]`,
      );
    }
    return weight as T;
  };
  const direction = (name: string) => ({
    kernel: take<tf.Tensor2D>(name, 0, [embedding, 4 * units]),
    recurrentKernel: take<tf.Tensor2D>(name, 1, [units, 4 * units]),
    bias: take<tf.Tensor1D>(name, 2, [4 * units]),
  });
  return {
    embedding: take<tf.Tensor2D>('words', 0, [vocabulary, embedding]),
    forward: direction('forward'),
    backward: direction('backward'),
    projection: take<tf.Tensor2D>('projection', 0, [embedding + 4 * units, dimensions]),
    projectionBias: take<tf.Tensor1D>('projection', 1, [dimensions]),
  };
}
