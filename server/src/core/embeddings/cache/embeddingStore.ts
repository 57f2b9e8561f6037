import type { Keys } from './keys';

/** Embeddings of one model by key, kept beyond this process. Nothing in it fails: what cannot be read is missing. */
export interface EmbeddingStore {
  /** One verified unit-length embedding per key, in order; `undefined` where there is none. */
  read(keys: Keys): Promise<readonly (Float32Array | undefined)[]>;
  /** Keeps embeddings, one per key, soon; what is not of unit length is left out. */
  write(keys: Keys, embeddings: readonly Float32Array[]): void;
  /** Resolves once all that was written is kept. */
  dispose(): Promise<void>;
}
