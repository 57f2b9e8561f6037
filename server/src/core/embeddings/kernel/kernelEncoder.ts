import { Tokenizer } from '../tokenizer';
import { WindowEncoder } from '../windowEncoder';
import { KernelPass } from './kernelPass';
import type { PackedModel } from './packedModel';

/** Embeds in the current thread with the kernel. */
export class KernelEncoder extends WindowEncoder {
  readonly #pass: KernelPass;

  private constructor(model: PackedModel, tokenizer: Tokenizer, pass: KernelPass) {
    super({ ...model, tokenizer }, model.layout.rows);
    this.#pass = pass;
  }

  /**
   * @param thread which of the threads that work on the model this is
   * @param tokenizer the model's, if it has been made already
   */
  static async start(
    model: PackedModel,
    thread = 0,
    tokenizer = new Tokenizer({ version: 1, pieces: model.pieces }),
  ): Promise<KernelEncoder> {
    return new KernelEncoder(model, tokenizer, await KernelPass.start(model, thread));
  }

  /** Nothing to free by hand: the memory goes with its last reference. */
  async dispose(): Promise<void> {}

  protected embedBatch(sequences: readonly (readonly number[])[]): Float32Array {
    return this.#pass.embed(sequences);
  }
}
