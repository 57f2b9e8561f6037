import { createHash } from 'node:crypto';
import * as tf from '@tensorflow/tfjs-core';
import { createParameters, toEncoderWeights } from '../../models/training/engine/parameters';
import { describeNetwork } from '../../models/training/networkFiles';
import type { ModelFiles } from '../../server/src/core/embeddings/modelFiles';
import type { NetworkSizes } from '../../server/src/core/embeddings/network';
import type { TokenizerFile } from '../../server/src/core/embeddings/tokenizer';

const words =
  'a the of list size number returns gets how many items elements file open close'.split(' ');
export const tokenizerFile: TokenizerFile = { version: 1, pieces: ['[PAD]', '[UNK]', ...words] };

export const smallSizes: NetworkSizes = {
  vocabulary: tokenizerFile.pieces.length,
  embedding: 6,
  units: 5,
  dimensions: 4,
};

/** A model folder in memory that tests may damage: untrained, but whole. */
export class SmallModel implements ModelFiles {
  readonly location = 'memory';
  readonly contents = new Map<string, Uint8Array>();

  async read(name: string): Promise<Uint8Array> {
    const bytes = this.contents.get(name);
    if (!bytes) throw new Error('there is no such file');
    return bytes;
  }

  /** Replaces the manifest by what `edit` makes of it. */
  editManifest(edit: (manifest: Record<string, unknown>) => void): void {
    const manifest = JSON.parse(Buffer.from(this.contents.get('manifest.json') ?? []).toString());
    edit(manifest);
    this.contents.set('manifest.json', Buffer.from(JSON.stringify(manifest)));
  }
}

/** Makes one on the current tfjs backend; its untrained weights may be made larger. */
export async function makeSmallModel({ weightFactor = 1 } = {}): Promise<SmallModel> {
  const parameters = createParameters(smallSizes, 7);
  for (const values of Object.values(parameters)) {
    values.forEach((value, i) => {
      values[i] = weightFactor * value;
    });
  }
  const encoder = toEncoderWeights(parameters, smallSizes);
  const { topology, weights } = await describeNetwork(smallSizes, encoder);
  tf.dispose(encoder as unknown as tf.TensorContainerObject);
  const model = new SmallModel();
  model.contents.set('model.json', Buffer.from(JSON.stringify(topology)));
  model.contents.set('weights.bin', weights);
  model.contents.set('tokenizer.json', Buffer.from(JSON.stringify(tokenizerFile)));
  const files = [...model.contents].map(([path, bytes]) => ({
    path,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
  const manifest = {
    id: 'small',
    version: '1.0.0',
    licence: 'MIT',
    sizes: smallSizes,
    embeddingSize: smallSizes.dimensions,
    window: 8,
    energy: 'euclidean',
    margin: 1,
    files,
    tokenizerSha256: files.at(-1)?.sha256,
    calibration: { energy: [0, 1, 2], similarity: [1, 0.5, 0] },
    thresholds: { strict: 0.95, balanced: 0.9, loose: 0.7 },
    training: { seed: 7, steps: 0, data: [] },
    figures: {},
  };
  model.contents.set('manifest.json', Buffer.from(JSON.stringify(manifest)));
  return model;
}
