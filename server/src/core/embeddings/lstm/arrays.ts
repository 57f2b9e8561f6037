import type { DataType, KernelBackend, TensorInfo } from '@tensorflow/tfjs-core';

type DataId = TensorInfo['dataId'];

/** What our kernels need of a backend: tensors as typed arrays, without a copy where the backend allows it. */
export interface Arrays {
  /** The values of `tensor`. Views may move when memory grows: take them after the last `output`. */
  view(tensor: TensorInfo): Float32Array;
  /** A tensor for results; fill it through `view`, then hand it to `finish`. */
  output(shape: number[]): TensorInfo;
  /** Gives the values to backends that hold their own copy. */
  finish(outputs: readonly TensorInfo[]): TensorInfo[];
}

/** The parts of tfjs-backend-wasm that give access to its heap. */
interface HeapBackend extends KernelBackend {
  makeOutput(shape: number[], dtype: DataType): TensorInfo;
  typedArrayFromHeap(tensor: TensorInfo): Float32Array;
}

/** The parts shared by the `cpu` and `tensorflow` backends. */
interface CopyingBackend extends KernelBackend {
  write(values: Float32Array, shape: number[], dtype: DataType): DataId;
  readSync(dataId: DataId): Float32Array;
}

export function arraysOf(backend: unknown): Arrays {
  return isHeapBackend(backend) ? heapArrays(backend) : copiedArrays(backend as CopyingBackend);
}

function isHeapBackend(backend: unknown): backend is HeapBackend {
  return typeof (backend as Partial<HeapBackend>).typedArrayFromHeap === 'function';
}

function heapArrays(backend: HeapBackend): Arrays {
  return {
    view: (tensor) => backend.typedArrayFromHeap(tensor),
    output: (shape) => backend.makeOutput(shape, 'float32'),
    finish: (outputs) => [...outputs],
  };
}

function copiedArrays(backend: CopyingBackend): Arrays {
  const pending = new Map<TensorInfo, Float32Array>();
  return {
    view: (tensor) => pending.get(tensor) ?? backend.readSync(tensor.dataId),
    output(shape) {
      const info: TensorInfo = { dataId: {}, shape, dtype: 'float32' };
      pending.set(info, new Float32Array(shape.reduce((size, n) => size * n, 1)));
      return info;
    },
    finish: (outputs) =>
      outputs.map((info) => {
        const values = pending.get(info) as Float32Array;
        return { ...info, dataId: backend.write(values, info.shape, 'float32') };
      }),
  };
}
