import type { EncodeOptions, Encoder } from '../encoder';
import { normalise } from '../words';
import type { EmbeddingStore } from './embeddingStore';
import { type Keys, selectKeys } from './keys';

/** The keys of normalised texts; injected, since a synchronous SHA-256 is the platform's. */
export type KeysOf = (normals: readonly string[]) => Keys;

/**
 * An encoder that asks a store first and embeds what is not there.
 *
 * The key is the normalised text: the tokenizer sees nothing else of a text, so texts of one normal form have one
 * embedding. It comes from the store bit by bit as the encoder made it.
 */
export class CachedEncoder implements Encoder {
  readonly #encoder: Encoder;
  readonly #store: EmbeddingStore;
  readonly #keysOf: KeysOf;

  constructor(encoder: Encoder, store: EmbeddingStore, keysOf: KeysOf) {
    this.#encoder = encoder;
    this.#store = store;
    this.#keysOf = keysOf;
  }

  get model() {
    return this.#encoder.model;
  }

  get dimensions() {
    return this.#encoder.dimensions;
  }

  async encode(texts: readonly string[], options: EncodeOptions = {}): Promise<Float32Array[]> {
    const { signal, priority, onProgress, onCached } = options;
    signal?.throwIfAborted();
    const keys = this.#keysOf(texts.map(normalise));
    const embeddings = [...(await this.#store.read(keys))];
    signal?.throwIfAborted();
    const missing = embeddings.flatMap((embedding, i) => (embedding ? [] : [i]));
    const cached = texts.length - missing.length;
    if (cached > 0) onCached?.(cached);
    if (cached > 0) onProgress?.(cached);
    const fresh = await this.#encoder.encode(
      missing.map((i) => texts[i] as string),
      {
        ...(signal && { signal }),
        ...(priority && { priority }),
        onProgress: (done) => onProgress?.(cached + done),
      },
    );
    missing.forEach((i, at) => {
      embeddings[i] = fresh[at];
    });
    if (fresh.length > 0) this.#store.write(selectKeys(keys, missing), fresh);
    return embeddings as Float32Array[];
  }

  async dispose(): Promise<void> {
    await this.#store.dispose();
    await this.#encoder.dispose();
  }
}
