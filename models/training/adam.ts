import type { NetworkSizes } from '../../server/src/core/embeddings/network';
import { type Parameters, zerosLike } from './engine/parameters';

const BETA_1 = 0.9;
const BETA_2 = 0.999;
const EPSILON = 1e-8;

/** Adam (Kingma and Ba 2015) over plain arrays, in place. Its moments are part of a checkpoint. */
export class Adam {
  readonly means: Parameters;
  readonly squares: Parameters;

  constructor(sizes: NetworkSizes) {
    this.means = zerosLike(sizes);
    this.squares = zerosLike(sizes);
  }

  /**
   * Moves `parameters` against `gradients`.
   *
   * @param updates how many updates there were before, for the correction of the moments' start at zero
   */
  update(parameters: Parameters, gradients: Parameters, updates: number, rate: number): void {
    const stepSize = rate / (1 - BETA_1 ** (updates + 1));
    const squareCorrection = 1 - BETA_2 ** (updates + 1);
    for (const name of Object.keys(parameters) as (keyof Parameters)[]) {
      const values = parameters[name];
      const gradient = gradients[name];
      const mean = this.means[name];
      const square = this.squares[name];
      for (let i = 0; i < values.length; i++) {
        const g = gradient[i] as number;
        const m = BETA_1 * (mean[i] as number) + (1 - BETA_1) * g;
        const s = BETA_2 * (square[i] as number) + (1 - BETA_2) * g * g;
        mean[i] = m;
        square[i] = s;
        values[i] =
          (values[i] as number) - (stepSize * m) / (Math.sqrt(s / squareCorrection) + EPSILON);
      }
    }
  }
}

/** Gradients longer than this are scaled down to it: an LSTM's occasional spikes undo many steps. */
const MAX_NORM = 1;

/** Scales gradients down together if their norm is above `bound`; answers the norm they had. */
export function clipNorm(gradients: Parameters, bound = MAX_NORM): number {
  let sum = 0;
  for (const values of Object.values(gradients)) {
    for (let i = 0; i < values.length; i++) sum += (values[i] as number) ** 2;
  }
  const norm = Math.sqrt(sum);
  if (norm <= bound) return norm;
  const scale = bound / norm;
  for (const values of Object.values(gradients)) {
    for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) * scale;
  }
  return norm;
}
