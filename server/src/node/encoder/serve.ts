import { parentPort } from 'node:worker_threads';
import type { Encoder } from '../../core/embeddings/encoder';
import type { Answer, Order } from './messages';

/** Does in a worker thread what the main thread orders, until it is terminated. */
export function serve(encoder: Encoder): void {
  const cancellations = new Map<number, AbortController>();
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
}

async function encode(
  encoder: Encoder,
  id: number,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  try {
    const embeddings = await encoder.encode(texts, { signal });
    const values = new Float32Array(texts.length * encoder.dimensions);
    embeddings.forEach((embedding, i) => {
      values.set(embedding, i * encoder.dimensions);
    });
    answer({ type: 'encoded', id, values });
  } catch (error) {
    answer({ type: 'failed', id, message: (error as Error).message });
  }
}

export function answer(message: Answer): void {
  const transfer = message.type === 'encoded' ? [message.values.buffer as ArrayBuffer] : [];
  parentPort?.postMessage(message, transfer);
}

/** Runs a worker's start; what it throws is told to the main thread. */
export function runWorker(start: () => Promise<void>): void {
  start().catch((error: unknown) =>
    answer({ type: 'unusable', message: (error as Error).message }),
  );
}
