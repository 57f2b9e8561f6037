import {
  type KernelConfig,
  type KernelFunc,
  registerKernel,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { arraysOf } from './arrays';

/**
 * The element-wise parts of an LSTM step as fused kernels.
 *
 * Stock ops would slice the four gates apart and call a dozen kernels per step; tfjs-wasm has no fast `tanh`
 * and no fast slice of columns. The matrix products and the sigmoids stay stock (they are vectorised).
 *
 * `gates` are σ(z′) with the columns i, f, g, o of Keras, `[batch, 4·units]`, where z′ is the pre-activation
 * with the g columns doubled, so that tanh(z) = 2σ(2z) − 1 comes from the same sigmoid.
 */
export const PRE_ACTIVATION = 'TextTwinLstmPreActivation';
export const CELL_STATE = 'TextTwinLstmCellState';
export const CELL_OUTPUT = 'TextTwinLstmCellOutput';

/**
 * z of one step: its rows of projected `[steps·batch, 4·units]` plus recurrent `[batch, 4·units]`; attribute
 * `step`. Taking the rows in the sum spares tfjs-wasm's `slice`, which copies the whole tensor each time.
 */
const preActivation: KernelFunc = ({ inputs, attrs, backend }) => {
  const { projected, recurrent } = inputs as { projected: TensorInfo; recurrent: TensorInfo };
  const { step } = attrs as unknown as { step: number };
  const arrays = arraysOf(backend);
  const output = arrays.output(recurrent.shape);
  const x = arrays.view(projected);
  const h = arrays.view(recurrent);
  const z = arrays.view(output);
  const first = step * z.length;
  for (let i = 0; i < z.length; i++) z[i] = (x[first + i] as number) + (h[i] as number);
  return arrays.finish([output])[0] as TensorInfo;
};

/** c = f·c₋₁ + i·g. Inputs gates, previous `[batch, units]`; answers c and 2c (the sigmoid's argument). */
const cellState: KernelFunc = ({ inputs, backend }) => {
  const { gates, previous } = inputs as { gates: TensorInfo; previous: TensorInfo };
  const arrays = arraysOf(backend);
  const outputs = [arrays.output(previous.shape), arrays.output(previous.shape)] as const;
  const [batch, units] = previous.shape as [number, number];
  const a = arrays.view(gates);
  const before = arrays.view(previous);
  const state = arrays.view(outputs[0]);
  const doubled = arrays.view(outputs[1]);
  for (let row = 0; row < batch; row++) {
    const g = row * 4 * units;
    const s = row * units;
    for (let j = 0; j < units; j++) {
      const input = a[g + j] as number;
      const forget = a[g + units + j] as number;
      const candidate = 2 * (a[g + 2 * units + j] as number) - 1;
      const c = forget * (before[s + j] as number) + input * candidate;
      state[s + j] = c;
      doubled[s + j] = 2 * c;
    }
  }
  return arrays.finish(outputs);
};

/** h = o·tanh(c). Inputs gates and squashed = σ(2c); answers h `[batch, units]`. */
const cellOutput: KernelFunc = ({ inputs, backend }) => {
  const { gates, squashed } = inputs as { gates: TensorInfo; squashed: TensorInfo };
  const arrays = arraysOf(backend);
  const output = arrays.output(squashed.shape);
  const [batch, units] = squashed.shape as [number, number];
  const a = arrays.view(gates);
  const s = arrays.view(squashed);
  const h = arrays.view(output);
  for (let row = 0; row < batch; row++) {
    const o = row * 4 * units + 3 * units;
    for (let j = 0; j < units; j++) {
      h[row * units + j] = (a[o + j] as number) * (2 * (s[row * units + j] as number) - 1);
    }
  }
  return arrays.finish([output])[0] as TensorInfo;
};

const kernels: Readonly<Record<string, KernelFunc>> = {
  [PRE_ACTIVATION]: preActivation,
  [CELL_STATE]: cellState,
  [CELL_OUTPUT]: cellOutput,
};

const registered = new Set<string>();

/** Makes the cell kernels known to a backend (`wasm`, `cpu`, `tensorflow`); safe to call twice. */
export function registerCellKernels(backendName: string): void {
  if (registered.has(backendName)) return;
  registered.add(backendName);
  for (const [kernelName, kernelFunc] of Object.entries(kernels)) {
    registerKernel({ kernelName, backendName, kernelFunc } satisfies KernelConfig);
  }
}
