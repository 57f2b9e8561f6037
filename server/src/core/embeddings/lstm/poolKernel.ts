import { type KernelFunc, registerKernel, type TensorInfo } from '@tensorflow/tfjs-core';
import { arraysOf } from './arrays';

/**
 * Mean and maximum over the real (not padded) steps of a sequence.
 *
 * Sequences are padded at the end, and a forward recurrence never looks ahead, so leaving the padded steps
 * out here is all the masking there is.
 */
export const POOL = 'TextTwinPool';

/**
 * Inputs hidden `[steps·batch, units]` (time-major), lengths `[batch]`; answers `[batch, 2·units]`: means, then
 * maxima.
 */
const pool: KernelFunc = ({ inputs, backend }) => {
  const { hidden, lengths } = inputs as { hidden: TensorInfo; lengths: TensorInfo };
  const arrays = arraysOf(backend);
  const batch = lengths.shape[0] as number;
  const units = hidden.shape[1] as number;
  const output = arrays.output([batch, 2 * units]);
  const h = arrays.view(hidden);
  const length = arrays.view(lengths);
  const pooled = arrays.view(output);
  for (let row = 0; row < batch; row++) {
    const steps = length[row] as number;
    const out = row * 2 * units;
    pooled.fill(0, out, out + units);
    pooled.fill(Number.NEGATIVE_INFINITY, out + units, out + 2 * units);
    for (let t = 0; t < steps; t++) {
      const at = (t * batch + row) * units;
      for (let j = 0; j < units; j++) {
        const value = h[at + j] as number;
        pooled[out + j] = (pooled[out + j] as number) + value / steps;
        if (value > (pooled[out + units + j] as number)) pooled[out + units + j] = value;
      }
    }
  }
  return arrays.finish([output])[0] as TensorInfo;
};

const registered = new Set<string>();

/** Makes the pooling kernel known to a backend; safe to call twice. */
export function registerPoolKernel(backendName: string): void {
  if (registered.has(backendName)) return;
  registered.add(backendName);
  registerKernel({ kernelName: POOL, backendName, kernelFunc: pool });
}
