import path from 'node:path';
import { describeModel } from '../server/src/core/embeddings/modelFiles';
import { modelFolder } from '../server/src/node/encoder/modelFolder';

/**
 * The energies, to three places, up to which the shipped model reports at each sensitivity: the default comes first.
 *
 * @throws ModelError
 */
export async function shippedRadii(
  root: string,
): Promise<[balanced: number, strict: number, loose: number]> {
  const folder = modelFolder(path.join(root, 'models', 'encoder'));
  const { manifest, calibration } = await describeModel(folder);
  const radiusOf = (threshold: number) => Number(calibration.energyAt(threshold).toFixed(3));
  const { strict, balanced, loose } = manifest.thresholds;
  return [radiusOf(balanced), radiusOf(strict), radiusOf(loose)];
}
