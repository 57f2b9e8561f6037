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

export interface EncodeOptions {
  readonly signal?: AbortSignal;
  /** Called after each batch with the number of texts embedded so far in this call. */
  readonly onProgress?: (done: number) => void;
}
