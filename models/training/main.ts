import { parseArgs } from 'node:util';
import { isEnergyName } from '../../server/src/core/energies/energy';
import { startTrainingBackend } from './backend';
import { OPTIONAL_PARTS, PARTS, type Part } from './material';
import { train } from './train';

const USAGE = `Usage: npm run train -- [--data DIR] [--pairs FILE]... [--steps N] [--seed N] [--vocabulary N] [--energy NAME] [--peers DIR] [--from DIR]
                         [--words N] [--rate R] [--without PART]... [--with PART]... [--threads N] [--work DIR] [--output DIR]

  --data DIR        folder with train/*.jsonl.gz and unlabelled/*.txt.gz   (../shared/data, without --pairs)
  --pairs FILE      your own pairs: JSON lines {"a", "b", "y"} or a⇥b⇥y (.tsv), plain or .gz; may be
                    repeated; without --data they are all that is trained on
  --peers DIR       folder with potion-base-4m-int8, the teacher of soft targets (../shared/peers)
  --from DIR        go on from a finished model, say models/encoder, with its vocabulary and sizes
  --steps N         steps of the course for general meaning                (1000; with --from 200, where 0
                    leaves the weights as they are and only calibrates anew)
  --last-steps N    steps of the course on the prose of software, after it (3200; with --from 0)
  --words N         steps that pretrain the word vectors                   (4000)
  --rate R          largest learning rate                                  (0.002; with --from 0.0003)
  --seed N          seed of weights, batches and dropout                   (1)
  --vocabulary N    subword pieces                                         (16000)
  --energy NAME     euclidean, manhattan or cosine                         (euclidean)
  --without PART    leave out a part of the recipe: ${PARTS.join(', ')}; may be repeated
  --with PART       add one that brought nothing: ${OPTIONAL_PARTS.join(', ')}; may be repeated
  --threads N       threads of one matrix product                          (1)
  --work DIR        checkpoint and vocabulary; run again to resume         (.cache/train)
  --output DIR      where the model goes                                   (models/encoder)
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      pairs: { type: 'string', multiple: true, default: [] },
      steps: { type: 'string' },
      seed: { type: 'string', default: '1' },
      vocabulary: { type: 'string', default: '16000' },
      from: { type: 'string' },
      peers: { type: 'string', default: '../shared/peers' },
      'last-steps': { type: 'string' },
      words: { type: 'string', default: '4000' },
      rate: { type: 'string' },
      threads: { type: 'string', default: '1' },
      without: { type: 'string', multiple: true, default: [] },
      with: { type: 'string', multiple: true, default: [] },
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
  const isContinued = values.from !== undefined;
  values.steps ??= isContinued ? '200' : '1000';
  values['last-steps'] ??= isContinued ? '0' : '3200';
  values.rate ??= isContinued ? '0.0003' : '0.002';
  const number = (name: 'steps' | 'seed' | 'vocabulary' | 'words' | 'threads') => {
    const value = Number(values[name]);
    const least = name === 'steps' && isContinued ? 0 : 1;
    if (!Number.isSafeInteger(value) || value < least)
      throw new Error(`--${name} must be a whole number ≥ ${least}`);
    return value;
  };
  if (!/^\d{1,9}$/.test(values['last-steps']))
    throw new Error('--last-steps must be a whole number ≥ 0');
  const rate = Number(values.rate);
  if (!(rate > 0 && rate < 1)) throw new Error('--rate must be in (0, 1)');
  requireParts('--without', values.without, PARTS);
  requireParts('--with', values.with, OPTIONAL_PARTS);
  await train({
    data: values.data ?? (values.pairs.length === 0 ? '../shared/data' : undefined),
    from: values.from,
    pairs: values.pairs,
    work: values.work,
    output: values.output,
    steps: number('steps'),
    seed: number('seed'),
    vocabulary: number('vocabulary'),
    energy,
    peers: values.peers,
    wordSteps: number('words'),
    lastSteps: Number(values['last-steps']),
    rate,
    threads: number('threads'),
    without: new Set([
      ...(values.without as Part[]),
      ...OPTIONAL_PARTS.filter((part) => !values.with.includes(part)),
    ]),
    log,
  });
}

function requireParts(option: string, given: readonly string[], parts: readonly string[]): void {
  const unknown = given.find((part) => !parts.includes(part));
  if (unknown !== undefined)
    throw new Error(`${option} must be one of ${parts.join(', ')}, got "${unknown}"`);
}

main().catch((error: unknown) => {
  process.stderr.write(`train: ${(error as Error).message}\n`);
  process.exitCode = 2;
});
