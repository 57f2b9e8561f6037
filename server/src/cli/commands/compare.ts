import { resolve } from 'node:path';
import type { Comparison } from '../../core/twins/twin';
import { defaultSettings } from '../../settings';
import type { Arguments } from '../arguments/parseCommand';
import { readChoice } from '../arguments/readValues';
import { compareSpec } from '../arguments/specs';
import { type CliEnvironment, withFinder } from '../environment';
import { EXIT, InputError } from '../errors';
import { answerPairs } from '../pairs/answerPairs';
import { openPairs } from '../pairs/openPairs';
import { readTextFile } from '../readTextFile';
import type { Command } from './command';

/** `text-twin compare` */
export const compareCommand: Command = { spec: compareSpec, run: compare };

async function compare(args: Arguments, environment: CliEnvironment): Promise<number> {
  if (args.has('files') && args.has('pairs')) {
    throw new InputError('--files and --pairs exclude each other; give one of them');
  }
  const format = readChoice(args, 'format', ['text', 'json']);
  if (!args.has('pairs')) return compareTwo(args, format ?? 'text', environment);
  if (format === 'text') {
    throw new InputError('--pairs answers in lines of JSON; leave out --format text');
  }
  return comparePairs(args, environment);
}

async function compareTwo(
  args: Arguments,
  format: 'text' | 'json',
  environment: CliEnvironment,
): Promise<number> {
  const [a, b, ...others] = args.positionals;
  if (a === undefined || b === undefined || others.length > 0) {
    const [nouns, usage] = args.has('files') ? ['files', '--files F G'] : ['texts', 'A B'];
    const count = args.positionals.length;
    throw new InputError(`compare needs two ${nouns}, got ${count}: text-twin compare ${usage}`);
  }
  const texts = args.has('files')
    ? { a: await readSide(a, environment), b: await readSide(b, environment) }
    : { a, b };
  return withFinder(environment, async ({ finder }) => {
    const comparison = await finder.compare(texts.a, texts.b);
    const line = format === 'json' ? JSON.stringify(comparison) : describe(comparison);
    await environment.terminal.stdout.write(`${line}\n`);
    return EXIT.done;
  });
}

function describe({ energy, similarity, verdict, differsIn }: Comparison): string {
  const fact = differsIn === undefined ? '' : `  differs in: ${differsIn}`;
  return `${verdict}  similarity ${similarity.toFixed(2)}  energy ${energy.toFixed(3)}${fact}`;
}

function readSide(name: string, { fileSystem, terminal }: CliEnvironment): Promise<string> {
  const path = resolve(terminal.cwd, name);
  return readTextFile(path, `"${name}"`, fileSystem, defaultSettings.maxFileSize);
}

async function comparePairs(args: Arguments, environment: CliEnvironment): Promise<number> {
  const [name = '-', ...others] = args.positionals;
  if (others.length > 0) {
    throw new InputError('--pairs takes one file: text-twin compare --pairs FILE.jsonl');
  }
  const source = await openPairs(name, environment);
  const status = await withFinder(environment, ({ finder }) =>
    answerPairs(source, (pairs) => finder.compareAll(pairs), environment),
  );
  if (status !== EXIT.done) {
    await environment.terminal.stderr.write(
      `text-twin: "${name}" has lines that are no pairs {"a", "b"}: each is answered with its error\n`,
    );
  }
  return status;
}
