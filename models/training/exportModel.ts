import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Manifest, MODEL_FILES } from '../../server/src/core/embeddings/manifest';
import type { NetworkSizes } from '../../server/src/core/embeddings/network';
import type { TokenizerFile } from '../../server/src/core/embeddings/tokenizer';
import { type EnergyName, largestEnergy, MARGINS } from '../../server/src/core/energies/energy';
import type { Embed } from '../../server/src/core/energies/weighPairs';
import { drawReliability } from '../evaluation/drawReliability';
import { roundToBytes } from './byteNumbers';
import { type CalibratedModel, calibrateModel } from './calibrateModel';
import type { HeldOut } from './corpus';
import { PARAMETER_NAMES, type Parameters, toEncoderWeights } from './engine/parameters';
import { evenColumns } from './evenColumns';
import { embedGolden, writeGolden } from './golden';
import { roundToHalf } from './halfFloats';
import { describeNetwork } from './networkFiles';
import { turnToAxes } from './turnToAxes';
import { type ValidationFigures, validate } from './validation';

/** Everything that the model folder is made of. */
export interface FinishedModel {
  readonly output: string;
  readonly parameters: Parameters;
  readonly sizes: NetworkSizes;
  readonly tokenizerFile: TokenizerFile;
  readonly pairs: readonly (HeldOut & { readonly trained: number })[];
  readonly embed: Embed;
  readonly energy: EnergyName;
  readonly seed: number;
  readonly steps: number;
  /** The model that training went on from: its calibration is kept where there are too few pairs for another. */
  readonly startedFrom?: Manifest | undefined;
}

/** Of the recipe, and of how energies are computed and calibrated. */
export const VERSION = '0.4.0';
/** Tokens of one window at inference. */
const WINDOW = 64;

/**
 * Calibrates and writes `manifest.json`, `model.json`, `weights.bin` (word vectors in bytes, all else in half precision) and `tokenizer.json`; beside
 * them, not shipped, `golden.json` and `reliability.svg`.
 */
export async function exportModel(made: FinishedModel): Promise<void> {
  const texts = made.pairs.flatMap(({ heldOut }) => heldOut.map(({ a }) => a));
  turnToAxes(made.parameters, await made.embed(texts), made.sizes);
  const unrounded = await embedGolden(made.embed);
  const exact = await validate(made.pairs, made);
  // What is calibrated is what is shipped.
  evenColumns(made.parameters, made.sizes);
  for (const name of PARAMETER_NAMES) {
    if (name === 'words/embeddings') roundToBytes(made.parameters[name]);
    else roundToHalf(made.parameters[name]);
  }
  const figures = await validate(made.pairs, made);
  const largest = largestEnergy(made.energy, made.sizes.dimensions);
  const calibrated = await calibrateModel(made.pairs, made, largest);
  const reading = calibrated ?? made.startedFrom;
  if (!reading) throw new Error('too few held-out pairs to calibrate on: some thousand are needed');
  const { topology, weights } = await describeNetwork(
    made.sizes,
    toEncoderWeights(made.parameters, made.sizes),
  );
  const contents: Record<(typeof MODEL_FILES)[number], Buffer> = {
    'model.json': Buffer.from(JSON.stringify(topology)),
    'weights.bin': weights,
    'tokenizer.json': Buffer.from(JSON.stringify(made.tokenizerFile)),
  };
  const manifest: Manifest = {
    id: 'text-twin-encoder',
    version: VERSION,
    licence: 'MIT',
    sizes: made.sizes,
    embeddingSize: made.sizes.dimensions,
    window: WINDOW,
    energy: made.energy,
    margin: MARGINS[made.energy],
    files: MODEL_FILES.map((name) => ({
      path: name,
      bytes: contents[name].length,
      sha256: sha256(contents[name]),
    })),
    tokenizerSha256: sha256(contents['tokenizer.json']),
    calibration: reading.calibration,
    thresholds: reading.thresholds,
    training: {
      seed: made.seed,
      steps: made.steps,
      data: made.pairs.map(({ source, trained }) => ({
        name: source.name,
        licence: source.licence,
        pairs: trained,
      })),
    },
    figures: { ...figures, 'rounding-loss': largestLoss(exact, figures), ...figuresOf(calibrated) },
  };
  await mkdir(made.output, { recursive: true });
  for (const name of MODEL_FILES) await writeFile(path.join(made.output, name), contents[name]);
  const json = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeFile(path.join(made.output, 'manifest.json'), json);
  const golden = { unrounded, shipped: await embedGolden(made.embed) };
  await writeGolden(path.join(made.output, 'golden.json'), golden);
  if (calibrated) {
    const diagram = drawReliability(calibrated.reliability);
    await writeFile(path.join(made.output, 'reliability.svg'), diagram);
  }
}

/** By how much the figure that suffered most from rounding is worse than it was; 0 if none is. */
function largestLoss(exact: ValidationFigures, rounded: ValidationFigures): number {
  const losses = Object.entries(exact).map(([name, value]) => value - (rounded[name] as number));
  return Math.max(0, ...losses);
}

/** How well a calibration holds, for the manifest. */
export function figuresOf(calibrated: CalibratedModel | undefined): Record<string, number> {
  if (!calibrated) return {};
  const { candidates, reliability, precision } = calibrated;
  const entries = Object.entries(precision).map(([name, value]) => [`precision-${name}`, value]);
  return { candidates, ece: reliability.ece, ...Object.fromEntries(entries) };
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
