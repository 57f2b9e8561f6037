import path from 'node:path';
// Importing the core alone registers no gradients: its users may only infer.
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { startBackend } from '../../server/src/node/encoder/backend';

/**
 * Starts the backend that inference uses: here it runs the projection and the loss, forward and back.
 *
 * @returns the backend in words
 */
export async function startTrainingBackend(): Promise<string> {
  return startBackend(path.join(__dirname, 'wasm'));
}
