import { type KernelFunc, registerKernel, type TensorInfo } from '@tensorflow/tfjs-core';
import { arraysOf } from './arrays';

/**
 * Mean and maximum over the real (not padded) steps of a sequence, and their gradient.
 *
 * Sequences are padded at the end, and a forward recurrence never looks ahead, so leaving the padded steps
 * out here is all the masking there is.
 */
export const POOL = 'TextTwinPool';
export const POOL_GRADIENT = 'TextTwinPoolGradient';

/**
 * Inputs hidden `[steps·batch, units]` (time-major), lengths `[batch]`.
 * Answers the pooled `[batch, 2·units]` (means, then maxima) and the step of each maximum `[batch, units]`.
 */
const pool: KernelFunc = ({ inputs, backend }) => {
  const { hidden, lengths } = inputs as { hidden: TensorInfo; lengths: TensorInfo };
  const arrays = arraysOf(backend);
  const batch = lengths.shape[0] as number;
  const units = hidden.shape[1] as number;
  const outputs = [arrays.output([batch, 2 * units]), arrays.output([batch, units])] as const;
  const h = arrays.view(hidden);
  const length = arrays.view(lengths);
  const pooled = arrays.view(outputs[0]);
  const peak = arrays.view(outputs[1]);
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
        if (value > (pooled[out + units + j] as number)) {
          pooled[out + units + j] = value;
          peak[row * units + j] = t;
        }
      }
    }
  }
  return arrays.finish(outputs);
};

/** Inputs dPooled, peak, lengths as above, attribute `step`; answers ∂L/∂h of that step `[batch, units]`. */
const poolGradient: KernelFunc = ({ inputs, attrs, backend }) => {
  const { dPooled, peak, lengths } = inputs as Record<'dPooled' | 'peak' | 'lengths', TensorInfo>;
  const { step } = attrs as unknown as { step: number };
  const arrays = arraysOf(backend);
  const [batch, units] = peak.shape as [number, number];
  const output = arrays.output([batch, units]);
  const dy = arrays.view(dPooled);
  const at = arrays.view(peak);
  const length = arrays.view(lengths);
  const dh = arrays.view(output);
  for (let row = 0; row < batch; row++) {
    const steps = length[row] as number;
    const inside = step < steps;
    for (let j = 0; j < units; j++) {
      const mean = inside ? (dy[row * 2 * units + j] as number) / steps : 0;
      const isPeak = inside && at[row * units + j] === step;
      dh[row * units + j] = mean + (isPeak ? (dy[row * 2 * units + units + j] as number) : 0);
    }
  }
  return arrays.finish([output])[0] as TensorInfo;
};

const registered = new Set<string>();

/** Makes the pooling kernels known to a backend; safe to call twice. */
export function registerPoolKernels(backendName: string): void {
  if (registered.has(backendName)) return;
  registered.add(backendName);
  registerKernel({ kernelName: POOL, backendName, kernelFunc: pool });
  registerKernel({ kernelName: POOL_GRADIENT, backendName, kernelFunc: poolGradient });
}
