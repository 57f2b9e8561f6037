import { type KernelFunc, registerKernel, type TensorInfo } from '@tensorflow/tfjs-core';
import { arraysOf } from '../../server/src/core/embeddings/lstm/arrays';

interface IntegerHeap {
  typedArrayFromHeap(tensor: TensorInfo): Int32Array;
}

/**
 * UnsortedSegmentSum for the WASM backend, which lacks it: the gradient of the embedding look-up.
 *
 * Inputs x `[rows, columns]` and segmentIds `[rows]` int32; answers `[numSegments, columns]`.
 */
const segmentSum: KernelFunc = ({ inputs, attrs, backend }) => {
  const { x, segmentIds } = inputs as { x: TensorInfo; segmentIds: TensorInfo };
  const { numSegments } = attrs as unknown as { numSegments: number };
  const [rows, columns] = x.shape as [number, number];
  const arrays = arraysOf(backend);
  const output = arrays.output([numSegments, columns]);
  const values = arrays.view(x);
  const ids = (backend as unknown as IntegerHeap).typedArrayFromHeap(segmentIds);
  const sums = arrays.view(output).fill(0);
  for (let row = 0; row < rows; row++) {
    const to = (ids[row] as number) * columns;
    const from = row * columns;
    for (let j = 0; j < columns; j++)
      sums[to + j] = (sums[to + j] as number) + (values[from + j] as number);
  }
  return arrays.finish([output])[0] as TensorInfo;
};

/** Registers what training needs and tfjs-wasm lacks; call once, before the first step. */
export function registerTrainingKernels(): void {
  registerKernel({ kernelName: 'UnsortedSegmentSum', backendName: 'wasm', kernelFunc: segmentSum });
}
