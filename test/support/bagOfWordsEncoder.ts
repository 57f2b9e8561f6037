import type {
  EncodeOptions,
  EncodePriority,
  Encoder,
} from '../../server/src/core/embeddings/encoder';
import { wordsOf } from '../../server/src/core/embeddings/words';

/** Embeds by hashed words: texts that share words are near. No model, no backend; counts what it embeds. */
export class BagOfWordsEncoder implements Encoder {
  readonly model = { id: 'bag-of-words', sha256: '0'.repeat(64) };
  readonly dimensions = 64;
  readonly embedded: string[] = [];
  /** Of each call. */
  readonly priorities: (EncodePriority | undefined)[] = [];

  async encode(
    texts: readonly string[],
    { signal, priority, onProgress }: EncodeOptions = {},
  ): Promise<Float32Array[]> {
    await Promise.resolve();
    signal?.throwIfAborted();
    this.embedded.push(...texts);
    this.priorities.push(priority);
    onProgress?.(texts.length);
    return texts.map((text) => this.#embed(text));
  }

  async dispose(): Promise<void> {}

  #embed(text: string): Float32Array {
    const embedding = new Float32Array(this.dimensions);
    for (const word of wordsOf(text)) {
      let hash = 7;
      for (const character of word)
        hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
      const slot = (hash >>> 0) % this.dimensions;
      embedding[slot] = (embedding[slot] as number) + 1;
    }
    const norm = Math.hypot(...embedding) || 1;
    return embedding.map((value) => value / norm);
  }
}
