import type { LoadedModel } from '../../../server/src/core/embeddings/loadModel';
import { MAX_WINDOWS } from '../../../server/src/core/embeddings/windows';
import type { Method } from '../method';
import { dot, toUnit } from '../vectors';

/**
 * Cosine of the means of the encoder's own word vectors, of as many tokens as the encoder reads: what remains
 * of the model without its LSTM and projection. The difference is what word order earns.
 */
export function wordTable(model: LoadedModel): Method {
  const { window, sizes } = model.manifest;
  const rows = model.weights.embedding.dataSync() as Float32Array;
  const meanOf = (text: string) => {
    // The sum has the direction of the mean, and only the direction counts.
    const sum = new Float32Array(sizes.embedding);
    for (const id of model.tokenizer.encode(text, window * MAX_WINDOWS)) {
      const start = id * sum.length;
      for (let d = 0; d < sum.length; d++)
        sum[d] = (sum[d] as number) + (rows[start + d] as number);
    }
    return toUnit(sum);
  };
  return {
    name: 'word table',
    compare(texts) {
      const means = texts.map(meanOf);
      return (i, j) => dot(means[i] as Float32Array, means[j] as Float32Array);
    },
  };
}
