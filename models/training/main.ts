import { parseArgs } from 'node:util';
import { isEnergyName } from '../../server/src/core/energies/energy';
import { startTrainingBackend } from './backend';
import { train } from './train';

const USAGE = `Usage: npm run train -- [--data DIR] [--pairs FILE]... [--steps N] [--seed N] [--vocabulary N] [--energy NAME] [--work DIR] [--output DIR]

  --data DIR        folder with train/*.jsonl.gz and unlabelled/*.txt.gz   (../shared/data, without --pairs)
  --pairs FILE      your own pairs: JSON lines {"a", "b", "y"} or a⇥b⇥y (.tsv), plain or .gz; may be
                    repeated; without --data they are all that is trained on
  --steps N         optimiser steps                                        (3200)
  --seed N          seed of weights, batches and dropout                   (1)
  --vocabulary N    subword pieces                                         (12000)
  --energy NAME     euclidean, manhattan or cosine                         (euclidean)
  --work DIR        checkpoint and vocabulary; run again to resume         (.cache/train)
  --output DIR      where the model goes                                   (models/encoder)
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      pairs: { type: 'string', multiple: true, default: [] },
      steps: { type: 'string', default: '3200' },
      seed: { type: 'string', default: '1' },
      vocabulary: { type: 'string', default: '12000' },
      energy: { type: 'string', default: 'euclidean' },
      work: { type: 'string', default: '.cache/train' },
      output: { type: 'string', default: 'models/encoder' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const { energy } = values;
  if (!isEnergyName(energy)) {
    throw new Error(`--energy must be euclidean, manhattan or cosine, got "${energy}"`);
  }
  const log = (line: string) => process.stdout.write(`${new Date().toISOString()} ${line}\n`);
  log(`backend: ${await startTrainingBackend()}`);
  const number = (name: 'steps' | 'seed' | 'vocabulary') => {
    const value = Number(values[name]);
    if (!Number.isSafeInteger(value) || value < 1)
      throw new Error(`--${name} must be a whole number ≥ 1`);
    return value;
  };
  await train({
    data: values.data ?? (values.pairs.length === 0 ? '../shared/data' : undefined),
    pairs: values.pairs,
    work: values.work,
    output: values.output,
    steps: number('steps'),
    seed: number('seed'),
    vocabulary: number('vocabulary'),
    energy,
    log,
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`train: ${(error as Error).message}\n`);
  process.exitCode = 2;
});
