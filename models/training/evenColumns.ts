import type { NetworkSizes } from '../../server/src/core/embeddings/network';
import type { Parameters } from './engine/parameters';

/**
 * Brings the coordinates of word vectors to one spread, in place, and makes up for it in the matrices that they are
 * multiplied with: no embedding changes. In bytes of one scale all coordinates are then equally precise.
 */
export function evenColumns(
  parameters: Parameters,
  { vocabulary, embedding, units, dimensions }: NetworkSizes,
): void {
  const words = parameters['words/embeddings'];
  for (let column = 0; column < embedding; column++) {
    let sum = 0;
    for (let row = 0; row < vocabulary; row++)
      sum += (words[row * embedding + column] as number) ** 2;
    const spread = Math.sqrt(sum / vocabulary);
    if (spread === 0) continue;
    for (let row = 0; row < vocabulary; row++) {
      words[row * embedding + column] = (words[row * embedding + column] as number) / spread;
    }
    multiply(parameters['forward/kernel'], column, 4 * units, spread);
    multiply(parameters['backward/kernel'], column, 4 * units, spread);
    multiply(parameters['projection/kernel'], column, dimensions, spread);
  }
}

function multiply(matrix: Float32Array, row: number, width: number, by: number): void {
  for (let at = row * width; at < (row + 1) * width; at++) matrix[at] = (matrix[at] as number) * by;
}
