import path from 'node:path';
// Importing the core alone registers no gradients: its users may only infer.
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { startBackend } from '../../server/src/node/encoder/backend';
import { registerTrainingKernels } from './segmentSum';

/**
 * Starts the backend that inference uses, with the gradient kernels that WASM lacks.
 *
 * @returns the backend in words
 */
export async function startTrainingBackend(): Promise<string> {
  registerTrainingKernels();
  return startBackend(path.join(__dirname, 'wasm'));
}
