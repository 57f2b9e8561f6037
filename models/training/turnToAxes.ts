import type { NetworkSizes } from '../../server/src/core/embeddings/network';
import type { Parameters } from './engine/parameters';
import { principalAxes } from './principalAxes';

/**
 * Turns the projection onto the principal axes of `embeddings`, in place.
 *
 * A rotation changes no energy. It puts most of the distance between two embeddings into the first few
 * coordinates, and the search stops there for all but near pairs.
 */
export function turnToAxes(
  parameters: Parameters,
  embeddings: readonly Float32Array[],
  { dimensions }: NetworkSizes,
): void {
  const axes = principalAxes(embeddings);
  for (const name of ['projection/kernel', 'projection/bias'] as const) {
    const values = parameters[name];
    for (let row = 0; row < values.length; row += dimensions) {
      const old = values.slice(row, row + dimensions);
      for (let d = 0; d < dimensions; d++) {
        let sum = 0;
        for (let k = 0; k < dimensions; k++) {
          sum += (old[k] as number) * (axes[k * dimensions + d] as number);
        }
        values[row + d] = sum;
      }
    }
  }
}
