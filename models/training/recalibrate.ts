import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Manifest, MODEL_FILES } from '../../server/src/core/embeddings/manifest';
import { largestEnergy } from '../../server/src/core/energies/energy';
import { drawReliability } from '../evaluation/drawReliability';
import { calibrateModel } from './calibrateModel';
import type { HeldOut } from './corpus';
import { figuresOf, VERSION } from './exportModel';
import { type Comparer, validate } from './validation';

/**
 * Writes a model anew with the weights it has, and with calibration, thresholds and figures by the energies as they
 * are computed now.
 *
 * @param from folder of the model; may be the same as `output`.
 * @throws Error where there are too few held-out pairs.
 */
export async function recalibrate(
  from: string,
  manifest: Manifest,
  pairs: readonly HeldOut[],
  comparer: Comparer,
  output: string,
): Promise<void> {
  const largest = largestEnergy(manifest.energy, manifest.embeddingSize);
  const calibrated = await calibrateModel(pairs, comparer, largest);
  if (!calibrated)
    throw new Error('too few held-out pairs to calibrate on: some thousand are needed');
  const { calibration, thresholds, reliability } = calibrated;
  const figures = {
    ...manifest.figures,
    ...(await validate(pairs, comparer)),
    ...figuresOf(calibrated),
  };
  await mkdir(output, { recursive: true });
  if (path.resolve(from) !== path.resolve(output)) {
    for (const name of MODEL_FILES) await cp(path.join(from, name), path.join(output, name));
  }
  const json = JSON.stringify(
    { ...manifest, version: VERSION, calibration, thresholds, figures },
    null,
    2,
  );
  await writeFile(path.join(output, 'manifest.json'), `${json}\n`);
  await writeFile(path.join(output, 'reliability.svg'), drawReliability(reliability));
}
