/** Which model made an embedding; embeddings of different models are never compared. */
export interface ModelIdentity {
  readonly id: string;
  /** SHA-256 of `manifest.json`, hex; it holds those of all other files. */
  readonly sha256: string;
}

/** Turns texts into embeddings. The shells decide where it runs (worker thread, web worker, in line). */
export interface Encoder {
  readonly model: ModelIdentity;
  /** Length of each embedding. */
  readonly dimensions: number;
  /**
   * Embeds `texts`; the answer has one unit-length `Float32Array` of `dimensions` per text, in order.
   *
   * @throws AbortError when `signal` is aborted between two batches.
   */
  encode(texts: readonly string[], options?: EncodeOptions): Promise<Float32Array[]>;
  dispose(): Promise<void>;
}

export type EncodePriority = 'foreground' | 'background';

export interface EncodeOptions {
  readonly signal?: AbortSignal;
  /** `foreground`: someone waits for this answer; it goes before all that is in the background (the default). */
  readonly priority?: EncodePriority;
  /** Called after each batch with the number of texts embedded so far in this call. */
  readonly onProgress?: (done: number) => void;
  /** Called at most once, with the number of texts whose embedding was at hand; see `cache/cachedEncoder.ts`. */
  readonly onCached?: (count: number) => void;
}
