/** What the worker is started with. */
export interface WorkerStart {
  readonly modelDir: string;
  readonly wasmDir: string;
}

/** Main thread → worker. */
export type Order =
  | { readonly type: 'encode'; readonly id: number; readonly texts: readonly string[] }
  | { readonly type: 'cancel'; readonly id: number };

/** Worker → main thread. */
export type Answer =
  | { readonly type: 'ready'; readonly backend: string }
  /** The model or the backend cannot be loaded; the worker ends. */
  | { readonly type: 'unusable'; readonly message: string }
  | { readonly type: 'progress'; readonly id: number; readonly done: number }
  /** `values`: the embeddings one after the other. */
  | { readonly type: 'encoded'; readonly id: number; readonly values: Float32Array }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };
