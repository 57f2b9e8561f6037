import { readFileSync } from 'node:fs';
import path from 'node:path';
import { manifestFrom } from '../server/src/core/embeddings/manifest';
import { Calibration } from '../server/src/core/energies/calibration';

/** The energies, to three places, up to which the shipped model reports at each sensitivity: the default comes first. */
export function shippedRadii(root: string): [balanced: number, strict: number, loose: number] {
  const file = path.join(root, 'models', 'encoder', 'manifest.json');
  const manifest = manifestFrom(JSON.parse(readFileSync(file, 'utf8')));
  const calibration = new Calibration(manifest.calibration);
  const radiusOf = (threshold: number) => Number(calibration.energyAt(threshold).toFixed(3));
  const { strict, balanced, loose } = manifest.thresholds;
  return [radiusOf(balanced), radiusOf(strict), radiusOf(loose)];
}
