import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { compileKernel, type KernelBinary } from '../../server/src/core/embeddings/kernel/kernel';
import { KernelEncoder } from '../../server/src/core/embeddings/kernel/kernelEncoder';
import { packModel } from '../../server/src/core/embeddings/kernel/packedModel';
import type { ModelFiles } from '../../server/src/core/embeddings/modelFiles';

/** The kernel as it is built. */
export async function readKernel(shared = false): Promise<KernelBinary> {
  const name = shared ? 'encoder-kernel-shared.wasm' : 'encoder-kernel.wasm';
  return (await compileKernel(await readFile(`dist/wasm/${name}`), shared)) as KernelBinary;
}

/** An encoder on `files` with batches of at most `rows` sequences. */
export async function startKernelEncoder(files: ModelFiles, rows = 64): Promise<KernelEncoder> {
  const { packed, tokenizer } = await packModel(files, await readKernel(), { rows, threads: 1 });
  return KernelEncoder.start(packed, 0, tokenizer);
}

/** Equal for the very same bits alone; `toEqual` takes seconds for as many numbers. */
export function fingerprint(embeddings: readonly (Float32Array | undefined)[]): string {
  const hash = createHash('sha256');
  for (const embedding of embeddings) hash.update(embedding ?? 'missing');
  return `${embeddings.length} × ${embeddings[0]?.length}: ${hash.digest('hex')}`;
}
