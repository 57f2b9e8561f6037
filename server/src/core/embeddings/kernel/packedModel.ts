import type { ModelIdentity } from '../encoder';
import type { Manifest } from '../manifest';
import { decode, type ModelFiles, parse, readModelFiles } from '../modelFiles';
import type { Tokenizer } from '../tokenizer';
import { readWeights } from '../weightFile';
import { createMemory, type KernelBinary, MOST_BYTES } from './kernel';
import { type KernelLayout, layOut } from './layout';
import { packWeights } from './packWeights';

/** A verified model in the kernel's memory. Plain data: with a shared memory, other threads may work on it as well. */
export interface PackedModel {
  readonly identity: ModelIdentity;
  readonly manifest: Manifest;
  /** The vocabulary, for other threads to make their tokenizer of. */
  readonly pieces: readonly string[];
  readonly binary: KernelBinary;
  readonly memory: WebAssembly.Memory;
  readonly layout: KernelLayout;
}

export interface PackOptions {
  /** Sequences in a batch, at most. */
  readonly rows: number;
  /** Threads that will work on the memory. */
  readonly threads: number;
}

/** The kernel cannot hold this model; the fallback can. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/**
 * Loads and verifies a model as `loadModel` does, without tfjs, and packs it for the kernel.
 *
 * @throws ModelError at the first thing that is off.
 * @throws TooLargeError when the model needs more memory than the kernel has.
 */
export async function packModel(
  files: ModelFiles,
  binary: KernelBinary,
  { rows, threads }: PackOptions,
): Promise<{ readonly packed: PackedModel; readonly tokenizer: Tokenizer }> {
  const { identity, manifest, tokenizer, topology, weightData } = await readModelFiles(files);
  const weightsManifest = parse(
    files,
    'model.json',
    () => (JSON.parse(decode(topology)) as { weightsManifest: unknown }).weightsManifest,
  );
  const arrays = parse(files, 'weights.bin', () =>
    readWeights(weightsManifest, weightData, manifest.sizes),
  );
  const layout = layOut(manifest.sizes, {
    rows,
    threads,
    steps: manifest.window,
    wordStore: {
      bytes: arrays.words.stored.BYTES_PER_ELEMENT,
      coding: arrays.words.coding,
    },
  });
  if (layout.bytes > MOST_BYTES) throw new TooLargeError(`${layout.bytes} bytes`);
  const memory = createMemory(layout.bytes, binary.shared);
  packWeights(memory, layout, arrays);
  const { pieces } = tokenizer;
  return { packed: { identity, manifest, pieces, binary, memory, layout }, tokenizer };
}
