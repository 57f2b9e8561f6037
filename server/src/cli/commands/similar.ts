import { coloured, plain } from '../../core/reports/palette';
import { reportPassage } from '../../core/reports/report';
import { renderPassages } from '../../core/reports/textReport';
import type { SimilarPassage } from '../../core/twins/twin';
import type { Arguments } from '../arguments/parseCommand';
import { readChoice, readCount } from '../arguments/readValues';
import { similarSpec } from '../arguments/specs';
import { withCache } from '../cacheChoice';
import { type CliEnvironment, withFinder } from '../environment';
import { EXIT, InputError } from '../errors';
import { Progress } from '../progress';
import { gatherDocuments } from '../scanning/gather';
import { nameFiles } from '../scanning/naming';
import { resolveTargets } from '../scanning/targets';
import { isColourful, type Terminal } from '../terminal';
import type { Command } from './command';
import { similarInTable } from './similarInTable';

/** `text-twin similar` */
export const similarCommand: Command = { spec: similarSpec, run: similar };

const DEFAULT_TOP = 10;

async function similar(args: Arguments, environment: CliEnvironment): Promise<number> {
  const { terminal, fileSystem, now } = environment;
  const [text, ...paths] = args.positionals;
  if (text === undefined || text.trim() === '') {
    throw new InputError('similar needs a TEXT to look for: text-twin similar TEXT [PATH…]');
  }
  const top = readCount(args, 'top') ?? DEFAULT_TOP;
  const format = readChoice(args, 'format', ['text', 'json']) ?? 'text';
  const table = args.value('index');
  if (table !== undefined) {
    if (paths.length > 0) throw new InputError('--index and PATH exclude each other; give one');
    const passages = await similarInTable(text, table, top, environment);
    const pathOf = (path: string) => path;
    await terminal.stdout.write(
      format === 'json' ? asJson(passages, pathOf) : asText(passages, pathOf, terminal),
    );
    return EXIT.done;
  }
  const targets = await resolveTargets(paths, terminal.cwd, fileSystem);
  const { forReport, forPeople } = nameFiles(targets, terminal.cwd);
  const progress = new Progress(terminal, now);
  return withFinder(withCache(args, environment), async (handle) => {
    const options = {
      targets,
      include: args.values('include'),
      exclude: args.values('exclude'),
      override: <T>(settings: T) => settings,
    };
    const { failures } = await gatherDocuments(handle, options, environment, progress);
    await handle.finder.settle({
      onProgress: (done, total) => progress.show(() => `Embedding passages: ${done} of ${total}`),
    });
    const passages = await handle.finder.similar(text, top);
    await progress.clear();
    await terminal.stdout.write(
      format === 'json' ? asJson(passages, forReport) : asText(passages, forPeople, terminal),
    );
    for (const { uri, reason } of failures) {
      await terminal.stderr.write(`text-twin: ${forPeople(uri)}: ${reason}\n`);
    }
    return failures.length > 0 ? EXIT.unusable : EXIT.done;
  });
}

function asJson(passages: readonly SimilarPassage[], pathOf: (uri: string) => string): string {
  const shown = passages.map((passage) => ({
    ...reportPassage(passage, pathOf),
    energy: passage.energy,
    ...(passage.differsIn !== undefined && { differsIn: passage.differsIn }),
  }));
  return `${JSON.stringify(shown, null, 2)}\n`;
}

function asText(
  passages: readonly SimilarPassage[],
  pathOf: (uri: string) => string,
  { stdout, env }: Terminal,
): string {
  if (passages.length === 0) return 'No passages found.\n';
  const palette = isColourful(stdout, env) ? coloured : plain;
  const shown = passages.map((passage) => ({
    ...reportPassage(passage, pathOf),
    differsIn: passage.differsIn,
  }));
  return `${renderPassages(shown, palette, stdout.columns)}\n`;
}
