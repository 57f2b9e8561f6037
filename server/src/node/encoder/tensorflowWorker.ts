import { workerData } from 'node:worker_threads';
import { loadModel } from '../../core/embeddings/loadModel';
import { TfEncoder } from '../../core/embeddings/tfEncoder';
import { startBackend } from './backend';
import type { WorkerStart } from './messages';
import { modelFolder } from './modelFolder';
import { answer, runWorker, serve } from './serve';

/** The encoder's thread where the kernel does not run: engines without SIMD, models too large for it. */
async function main(): Promise<void> {
  const { modelDir, wasmDir } = workerData as WorkerStart;
  const backend = await startBackend(wasmDir);
  serve(new TfEncoder(await loadModel(modelFolder(modelDir))));
  answer({ type: 'ready', backend });
}

runWorker(main);
