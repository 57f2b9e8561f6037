import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Tokenizer, type TokenizerFile } from '../../server/src/core/embeddings/tokenizer';
import type { EnergyName } from '../../server/src/core/energies/energy';
import type { Embed } from '../../server/src/core/energies/weighPairs';
import { Batches } from './batches/batches';
import { requireCandidates } from './calibrateModel';
import { loadCheckpoint, saveCheckpoint } from './checkpoint';
import { countWords, readOwnPairs, readSources, type SourcePairs } from './corpus';
import { developmentFigures, readDevelopmentPairs } from './development';
import { embedTexts } from './embedTexts';
import { createParameters } from './engine/parameters';
import { RecurrentEngine } from './engine/recurrentEngine';
import { exportModel } from './exportModel';
import { gatherMaterial, type Part } from './material';
import { pretrainWords } from './pretraining';
import { recalibrate } from './recalibrate';
import { readStartingPoint } from './startingPoint';
import { findTeacher } from './teacher';
import { Trainer } from './trainer';
import { validate } from './validation';
import { learnVocabulary } from './vocabulary';

/** One training run, as the command line gives it. */
export interface TrainOptions {
  /** Folder with `train/` and, optionally, `unlabelled/` and `lexicon/`; absent: own pairs alone. */
  readonly data?: string | undefined;
  /** Folder with the teacher; absent or without one: no soft targets. */
  readonly peers: string;
  /** Folder of a model to go on from. */
  readonly from?: string | undefined;
  /** Files of one's own pairs. */
  readonly pairs: readonly string[];
  /** Folder of checkpoint and vocabulary; a run started again resumes from it. */
  readonly work: string;
  /** Folder that receives the model. */
  readonly output: string;
  readonly steps: number;
  /** Steps of the course on the prose of software, on top. */
  readonly lastSteps: number;
  readonly wordSteps: number;
  readonly seed: number;
  readonly vocabulary: number;
  readonly rate: number;
  readonly energy: EnergyName;
  /** Parts of the recipe to leave out. */
  readonly without: ReadonlySet<Part>;
  readonly threads: number;
  readonly log: (line: string) => void;
}

const SIZES = { embedding: 256, units: 128, dimensions: 128 } as const;
const LOG_EVERY = 20;
const CHECKPOINT_EVERY = 200;
const VALIDATE_EVERY = 400;

/** Makes the model: vocabulary, training (resumed where it stopped), calibration, export. */
export async function train(options: TrainOptions): Promise<void> {
  const { data, work, output, steps, lastSteps, seed, energy, rate, without, log } = options;
  await mkdir(work, { recursive: true });
  const read = data === undefined ? [] : await readSources(data);
  for (const file of options.pairs) read.push(...(await readOwnPairs(file)));
  for (const { source, training, heldOut } of read) {
    log(`${source.name}: ${training.length} pairs to train on, ${heldOut.length} held out`);
  }
  const start = options.from === undefined ? undefined : await readStartingPoint(options.from);
  if (start && start.manifest.energy !== energy) {
    throw new Error(`${options.from} has the ${start.manifest.energy} energy, not ${energy}`);
  }
  if (!start) requireCandidates(read);
  const tokenizerFile = start?.tokenizerFile ?? (await vocabularyOf(options, read));
  const tokenizer = new Tokenizer(tokenizerFile);
  const sizes = start?.manifest.sizes ?? { ...SIZES, vocabulary: tokenizer.size };
  if (start && options.from !== undefined && steps + lastSteps === 0) {
    const engine = await RecurrentEngine.create(sizes, options.threads);
    const embed: Embed = (texts) => embedTexts(texts, tokenizer, engine, start.parameters, sizes);
    await recalibrate(options.from, start.manifest, read, { embed, energy }, output);
    return log(`wrote ${output}, its weights as they were`);
  }
  const teacher = await findTeacher(options.peers);
  if (!teacher) log(`no teacher in ${options.peers}: training without soft targets`);
  const material = await gatherMaterial(data, read, teacher, seed, without, log);
  // From here on the training pairs are packed in the material; only those held out stay as they are.
  const pairs = read.splice(0).map(({ source, training, heldOut }) => ({
    source,
    heldOut,
    trained: training.length,
  }));
  const parameters = start?.parameters ?? createParameters(sizes, seed);
  const engine = await RecurrentEngine.create(sizes, options.threads);
  const batches = new Batches(material, tokenizer);
  const allSteps = steps + lastSteps;
  const trainer = new Trainer(parameters, engine, batches, batches.forLastCourse(), {
    sizes,
    seed,
    steps,
    lastSteps,
    energy,
    rate,
  });
  const checkpoint = path.join(work, 'checkpoint.bin');
  const run = {
    seed,
    steps,
    lastSteps,
    words: options.wordSteps,
    energy,
    rate,
    vocabulary: tokenizer.size,
    without: [...without].sort().join(),
    ...(start && { from: start.manifest.tokenizerSha256 }),
  };
  const resumed = await loadCheckpoint(checkpoint, run, parameters, trainer.adam);
  if (resumed) log(`resumed at step ${resumed.step}`);
  else if (material.teacher && !start && !without.has('words')) {
    const { texts, teacher } = material;
    const words = { texts, teacher, steps: options.wordSteps };
    pretrainWords({ sizes, parameters, tokenizer, ...words, seed, log });
  }
  const embed: Embed = (texts) => embedTexts(texts, tokenizer, engine, parameters, sizes);
  const comparer = { embed, energy };
  const development = await readDevelopmentPairs();
  const report = async () => {
    log(describe('held out', await validate(pairs, comparer)));
    log(describe('development', await developmentFigures(development, comparer)));
  };

  const started = performance.now();
  const first = resumed?.step ?? 0;
  let loss = 0;
  let texts = 0;
  for (let step = first; step < allSteps; step++) {
    const result = await trainer.step(step);
    loss += result.loss;
    texts += result.texts;
    const done = step + 1;
    if (done % LOG_EVERY === 0) {
      const perSecond = texts / ((performance.now() - started) / 1000);
      log(
        `step ${done}/${allSteps} loss ${(loss / LOG_EVERY).toFixed(4)} ${perSecond.toFixed(0)} encodings/s`,
      );
      loss = 0;
    }
    if (done % CHECKPOINT_EVERY === 0 || done === allSteps) {
      await saveCheckpoint(checkpoint, { step: done, run }, parameters, trainer.adam);
    }
    if (done % VALIDATE_EVERY === 0 && done < allSteps) await report();
  }
  await report();
  await exportModel({
    output,
    parameters,
    sizes,
    tokenizerFile,
    pairs,
    ...comparer,
    seed,
    steps: allSteps,
    startedFrom: start?.manifest,
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

function describe(name: string, figures: object): string {
  const cells = Object.entries(figures).map(([set, value]) => `${set} ${Number(value).toFixed(4)}`);
  return `${name}: ${cells.join(', ')}`;
}
