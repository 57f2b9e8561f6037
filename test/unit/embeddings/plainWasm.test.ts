import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { loadModel } from '../../../server/src/core/embeddings/loadModel';
import { TfEncoder } from '../../../server/src/core/embeddings/tfEncoder';
import { modelFolder } from '../../../server/src/node/encoder/modelFolder';
import { useBackend } from '../../support/backend';

// A file of its own: tfjs chooses its WASM binary once per process.
it('embeds without SIMD as the cpu backend does', async () => {
  tf.env().set('WASM_HAS_SIMD_SUPPORT', false);
  const embed = async (backend: 'cpu' | 'wasm') => {
    await useBackend(backend);
    const encoder = new TfEncoder(await loadModel(modelFolder('models/encoder')));
    const [embedding] = await encoder.encode(['Retries the request three times, then gives up.']);
    await encoder.dispose();
    return embedding ?? new Float32Array();
  };
  const plain = await embed('wasm');
  const cpu = await embed('cpu');
  expect(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT')).toBe(false);
  expect(plain).toHaveLength(128);
  plain.forEach((value, i) => {
    expect(Math.abs(value - (cpu[i] ?? Number.NaN))).toBeLessThan(1e-4);
  });
});
