import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { embedBatch } from '../../../server/src/core/embeddings/forward';
import { loadModel } from '../../../server/src/core/embeddings/loadModel';
import { TfEncoder } from '../../../server/src/core/embeddings/tfEncoder';
import { batchTokens } from '../../../server/src/core/embeddings/tokenBatch';
import { modelFolder } from '../../../server/src/node/encoder/modelFolder';
import { useBackend } from '../../support/backend';
import { makeSmallModel } from '../../support/smallModel';

const TOLERANCE = 1e-4;
const folder = modelFolder('models/encoder');

const texts = [
  'Returns the number of elements in this list.',
  'Gets how many items the list contains.',
  'x',
  '',
  'Closes the file.',
  '日本語のコメント 😀',
  Array.from(
    { length: 300 },
    (_, i) => `word${i} of a passage that is far longer than a window`,
  ).join(' '),
];

function expectClose(a: readonly Float32Array[], b: readonly Float32Array[]): void {
  expect(a.length).toBe(b.length);
  a.forEach((embedding, i) => {
    embedding.forEach((value, j) => {
      expect(Math.abs(value - (b[i]?.[j] ?? Number.NaN))).toBeLessThan(TOLERANCE);
    });
  });
}

async function encodeOn(backend: 'cpu' | 'wasm', batchSize?: number): Promise<Float32Array[]> {
  await useBackend(backend);
  const encoder = new TfEncoder(await loadModel(folder), batchSize);
  const embeddings = await encoder.encode(texts);
  await encoder.dispose();
  return embeddings;
}

describe('TfEncoder with the shipped model', () => {
  it('gives unit vectors of the manifest’s size, one per text', async () => {
    const embeddings = await encodeOn('wasm');
    expect(embeddings).toHaveLength(texts.length);
    for (const embedding of embeddings) {
      expect(embedding).toHaveLength(128);
      expect(Math.hypot(...embedding)).toBeCloseTo(1, 4);
    }
  });

  it.each([1, 2, 5, 100])('gives the same embeddings in batches of %d', async (batchSize) => {
    expectClose(await encodeOn('wasm', batchSize), await encodeOn('wasm'));
  });

  it('gives the same embeddings on WASM as on the cpu backend', async () => {
    expectClose(await encodeOn('wasm'), await encodeOn('cpu'));
  });

  it('stops between batches when aborted', async () => {
    await useBackend('wasm');
    const encoder = new TfEncoder(await loadModel(folder), 1);
    const cancellation = new AbortController();
    const onProgress = () => cancellation.abort();
    const encoding = encoder.encode(texts, { signal: cancellation.signal, onProgress });
    await expect(encoding).rejects.toThrow(/abort/i);
    await encoder.dispose();
  });

  it('leaves no tensor behind', async () => {
    await useBackend('wasm');
    const encoder = new TfEncoder(await loadModel(folder));
    await encoder.encode(texts);
    const before = tf.memory().numTensors;
    await encoder.encode(texts);
    expect(tf.memory().numTensors).toBe(before);
    await encoder.dispose();
  });
});

describe('the fast forward pass', () => {
  beforeAll(() => useBackend('cpu'));

  it('is the same function as the layers model that is shipped', async () => {
    const files = await makeSmallModel();
    const { weights } = await loadModel(files);
    const json = JSON.parse(
      Buffer.from(await files.read('model.json')).toString(),
    ) as tf.io.ModelJSON;
    const network = await layers.loadLayersModel(
      tf.io.fromMemory({
        modelTopology: json.modelTopology as object,
        weightSpecs: json.weightsManifest.flatMap((group) => group.weights),
        weightData: Uint8Array.from(await files.read('weights.bin')).buffer,
      }),
    );
    for (const ids of [[2], [3, 4, 5], [9, 8, 7, 6, 5, 4, 3, 2]]) {
      const fast = embedBatch(batchTokens([ids]), weights).dataSync();
      const stock = (
        network.predict(tf.tensor2d([ids], [1, ids.length], 'int32')) as tf.Tensor
      ).dataSync();
      expectClose([fast as Float32Array], [stock as Float32Array]);
    }
  });
});
