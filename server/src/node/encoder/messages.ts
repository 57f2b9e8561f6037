import type { PackedModel } from '../../core/embeddings/kernel/packedModel';

/** What a worker is started with. */
export interface WorkerStart {
  readonly modelDir: string;
  readonly wasmDir: string;
  /** Threads that may come to work on the model. */
  readonly threads: number;
  /** A model that another thread has loaded into shared memory, and which of its threads this one is. */
  readonly join?: { readonly model: PackedModel; readonly thread: number };
}

/** Main thread → worker. */
export type Order =
  | { readonly type: 'encode'; readonly id: number; readonly texts: readonly string[] }
  | { readonly type: 'cancel'; readonly id: number };

/** Worker → main thread. */
export type Answer =
  /** `model`: what other threads may join, where memory can be shared. */
  | { readonly type: 'ready'; readonly backend: string; readonly model?: PackedModel }
  /** The kernel does not run here, or not this model; the worker ends. */
  | { readonly type: 'unsupported' }
  /** The model or the backend cannot be loaded; the worker ends. */
  | { readonly type: 'unusable'; readonly message: string }
  /** `values`: the embeddings one after the other. */
  | { readonly type: 'encoded'; readonly id: number; readonly values: Float32Array }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };
