import { createRequire } from 'node:module';
import path from 'node:path';
// Importing the core alone registers no gradients: its users may only infer.
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { registerTrainingKernels } from './segmentSum';

/**
 * Starts tfjs-node where its native library loads, else WASM with the gradient kernels it lacks.
 *
 * @returns the backend's name
 */
export async function startTrainingBackend(): Promise<string> {
  const require = createRequire(__filename);
  try {
    require('@tensorflow/tfjs-node');
    await tf.setBackend('tensorflow');
  } catch {
    const wasm = path.dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'));
    setWasmPaths(path.join(wasm, 'dist') + path.sep);
    registerTrainingKernels();
    await tf.setBackend('wasm');
  }
  await tf.ready();
  tf.env().set('PROD', true);
  return tf.getBackend();
}
