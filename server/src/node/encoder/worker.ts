import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { workerData } from 'node:worker_threads';
import { compileKernel, type KernelBinary } from '../../core/embeddings/kernel/kernel';
import { KernelEncoder } from '../../core/embeddings/kernel/kernelEncoder';
import { packModel, TooLargeError } from '../../core/embeddings/kernel/packedModel';
import { DEFAULT_BATCH_SIZE } from '../../core/embeddings/windowEncoder';
import type { WorkerStart } from './messages';
import { modelFolder } from './modelFolder';
import { answer, runWorker, serve } from './serve';

/** The engine the embeddings are made by, in words. */
const BACKEND = 'simd-kernel';

/** The encoder's thread: the server and the command line stay free while it computes. */
async function main(): Promise<void> {
  const { modelDir, wasmDir, threads, join } = workerData as WorkerStart;
  if (join) {
    serve(await KernelEncoder.start(join.model, join.thread));
    answer({ type: 'ready', backend: BACKEND });
    return;
  }
  const binary = await readKernel(wasmDir, threads > 1);
  const loaded = binary && (await load(modelDir, binary, threads));
  if (!loaded) {
    answer({ type: 'unsupported' });
    return;
  }
  const { packed, tokenizer } = loaded;
  serve(await KernelEncoder.start(packed, 0, tokenizer));
  answer({ type: 'ready', backend: BACKEND, ...(binary.shared && { model: packed }) });
}

/** The kernel for a shared memory, where that is asked for, else for one of its own; undefined without SIMD. */
async function readKernel(wasmDir: string, shared: boolean): Promise<KernelBinary | undefined> {
  const name = shared ? 'encoder-kernel-shared.wasm' : 'encoder-kernel.wasm';
  const binary = await compileKernel(await readFile(path.join(wasmDir, name)), shared);
  return binary ?? (shared ? readKernel(wasmDir, false) : undefined);
}

async function load(modelDir: string, binary: KernelBinary, threads: number) {
  try {
    return await packModel(modelFolder(modelDir), binary, { rows: DEFAULT_BATCH_SIZE, threads });
  } catch (error) {
    if (error instanceof TooLargeError) return undefined;
    throw error;
  }
}

runWorker(main);
