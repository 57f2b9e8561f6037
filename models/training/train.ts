import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { NetworkSizes } from '../../server/src/core/embeddings/network';
import { Tokenizer, type TokenizerFile } from '../../server/src/core/embeddings/tokenizer';
import type { EnergyName } from '../../server/src/core/energies/energy';
import { Batches, GENUINE, LABELLED } from './batches';
import { loadCheckpoint, saveCheckpoint } from './checkpoint';
import { countWords, readOwnPairs, readSources, type SourcePairs } from './corpus';
import { embedTexts } from './embedTexts';
import { exportModel } from './exportModel';
import { Trainer } from './trainer';
import { type Embed, validate } from './validation';
import { createVariables, toEncoderWeights } from './variables';
import { learnVocabulary } from './vocabulary';

/** One training run, as the command line gives it. */
export interface TrainOptions {
  /** Folder with `train/` and, optionally, `unlabelled/`; absent: own pairs alone. */
  readonly data?: string | undefined;
  /** Files of one's own pairs. */
  readonly pairs: readonly string[];
  /** Folder of checkpoint and vocabulary; a run started again resumes from it. */
  readonly work: string;
  /** Folder that receives the model. */
  readonly output: string;
  readonly steps: number;
  readonly seed: number;
  readonly vocabulary: number;
  readonly energy: EnergyName;
  readonly log: (line: string) => void;
}

const SIZES = { embedding: 128, units: 128, dimensions: 128 } as const;
const LOG_EVERY = 20;
const CHECKPOINT_EVERY = 200;
const VALIDATE_EVERY = 400;

/** Makes the model: vocabulary, training (resumed where it stopped), calibration, export. */
export async function train(options: TrainOptions): Promise<void> {
  const { data, work, output, steps, seed, energy, log } = options;
  await mkdir(work, { recursive: true });
  const pairs = data === undefined ? [] : await readSources(data);
  for (const file of options.pairs) pairs.push(...(await readOwnPairs(file)));
  for (const { source, training, heldOut } of pairs) {
    log(`${source.name}: ${training.length} pairs to train on, ${heldOut.length} held out`);
  }
  const tokenizerFile = await vocabularyOf(options, pairs);
  const tokenizer = new Tokenizer(tokenizerFile);
  const sizes: NetworkSizes = { ...SIZES, vocabulary: tokenizer.size };
  const variables = createVariables(sizes, seed);
  const trainer = new Trainer(variables, new Batches(pairs, tokenizer), seed, steps, energy);
  const checkpoint = path.join(work, 'checkpoint.bin');
  const run = { seed, steps, energy, vocabulary: tokenizer.size };
  const resumed = await loadCheckpoint(checkpoint, run, variables, trainer.optimizer);
  if (resumed) log(`resumed at step ${resumed.step}`);
  const embed: Embed = (texts) => embedTexts(texts, tokenizer, toEncoderWeights(variables));
  const comparer = { embed, energy };

  const started = performance.now();
  const first = resumed?.step ?? 0;
  let sum = 0;
  for (let step = first; step < steps; step++) {
    sum += trainer.step(step);
    const done = step + 1;
    if (done % LOG_EVERY === 0) {
      const seconds = (performance.now() - started) / 1000;
      const perSecond = ((done - first) * 2 * (GENUINE + LABELLED)) / seconds;
      log(
        `step ${done}/${steps} loss ${(sum / LOG_EVERY).toFixed(4)} ${perSecond.toFixed(0)} encodings/s`,
      );
      sum = 0;
    }
    if (done % CHECKPOINT_EVERY === 0 || done === steps) {
      await saveCheckpoint(checkpoint, { step: done, run }, variables, trainer.optimizer);
    }
    if (done % VALIDATE_EVERY === 0 && done < steps) log(describe(validate(pairs, comparer)));
  }
  const figures = validate(pairs, comparer);
  log(describe(figures));
  await exportModel({
    output,
    variables,
    sizes,
    tokenizerFile,
    pairs,
    ...comparer,
    figures,
    seed,
    steps,
  });
  log(`wrote ${output}`);
}

async function vocabularyOf(
  options: TrainOptions,
  pairs: readonly SourcePairs[],
): Promise<TokenizerFile> {
  const file = path.join(options.work, `tokenizer-${options.vocabulary}.json`);
  if (existsSync(file)) return JSON.parse(await readFile(file, 'utf8')) as TokenizerFile;
  options.log('learning the vocabulary');
  const counts = await countWords(options.data, pairs);
  const made: TokenizerFile = { version: 1, pieces: learnVocabulary(counts, options.vocabulary) };
  await writeFile(file, JSON.stringify(made));
  options.log(`${made.pieces.length} pieces from ${counts.size} words`);
  return made;
}

function describe(figures: object): string {
  const cells = Object.entries(figures).map(
    ([name, value]) => `${name} ${Number(value).toFixed(4)}`,
  );
  return `held out: ${cells.join(', ')}`;
}
