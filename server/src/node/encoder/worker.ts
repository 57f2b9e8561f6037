import { parentPort, workerData } from 'node:worker_threads';
import { loadModel } from '../../core/embeddings/loadModel';
import { TfEncoder } from '../../core/embeddings/tfEncoder';
import { startBackend } from './backend';
import type { Answer, Order, WorkerStart } from './messages';
import { modelFolder } from './modelFolder';

/** The encoder's thread: the server and the command line stay free while it computes. */
async function main(): Promise<void> {
  const { modelDir, wasmDir } = workerData as WorkerStart;
  const cancellations = new Map<number, AbortController>();
  const backend = await startBackend(wasmDir);
  const encoder = new TfEncoder(await loadModel(modelFolder(modelDir)));
  parentPort?.on('message', (order: Order) => {
    if (order.type === 'cancel') {
      cancellations.get(order.id)?.abort();
      return;
    }
    const cancellation = new AbortController();
    cancellations.set(order.id, cancellation);
    void encode(encoder, order.id, order.texts, cancellation.signal).finally(() =>
      cancellations.delete(order.id),
    );
  });
  answer({ type: 'ready', backend });
}

async function encode(
  encoder: TfEncoder,
  id: number,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  try {
    const onProgress = (done: number) => answer({ type: 'progress', id, done });
    const embeddings = await encoder.encode(texts, { signal, onProgress });
    const values = new Float32Array(texts.length * encoder.dimensions);
    embeddings.forEach((embedding, i) => {
      values.set(embedding, i * encoder.dimensions);
    });
    answer({ type: 'encoded', id, values });
  } catch (error) {
    answer({ type: 'failed', id, message: (error as Error).message });
  }
}

function answer(message: Answer): void {
  const transfer = message.type === 'encoded' ? [message.values.buffer as ArrayBuffer] : [];
  parentPort?.postMessage(message, transfer);
}

main().catch((error: unknown) => answer({ type: 'unusable', message: (error as Error).message }));
