import { buildReport, countSilenced, type Report } from '../../core/reports/report';
import { summarize } from '../../core/reports/summary';
import { countOf } from '../../core/reports/words';
import type { ScanAnswer } from '../../core/snapshot/scanAnswer';
import type { FinderStats, TwinFinder } from '../../core/twins/finder';
import type { Arguments } from '../arguments/parseCommand';
import { scanSpec } from '../arguments/specs';
import { readBaseline } from '../baseline';
import { withCache } from '../cacheChoice';
import { type CliEnvironment, withFinder } from '../environment';
import { EXIT } from '../errors';
import { writeReport } from '../output';
import { Progress } from '../progress';
import { type RenderContext, renderReport } from '../renderReport';
import { gatherDocuments } from '../scanning/gather';
import { nameFiles } from '../scanning/naming';
import { resolveTargets } from '../scanning/targets';
import type { Command } from './command';
import { readScanOptions, type ScanOptions } from './scanOptions';

/** `text-twin scan` */
export const scanCommand: Command = { spec: scanSpec, run: scan };

async function scan(args: Arguments, environment: CliEnvironment): Promise<number> {
  const { terminal, fileSystem, now } = environment;
  const options = readScanOptions(args);
  const started = now();
  const targets = await resolveTargets(options.paths, terminal.cwd, fileSystem);
  const baseline = options.baseline && (await readBaseline(options.baseline, environment));
  const naming = nameFiles(targets, terminal.cwd);
  const progress = new Progress(terminal, now);
  return withFinder(withCache(args, environment), async (handle) => {
    const { finder, model, memory } = handle;
    if (options.verbose) {
      const backend = await handle.start();
      await terminal.stderr.write(
        `text-twin: model ${model.id} (${model.sha256.slice(0, 12)}) on ${backend}\n`,
      );
    }
    // What is listed beside groups no answer has.
    const answers = options.verbose ? undefined : handle.answers;
    const taker = { ...handle, answers };
    const gathered = await gatherDocuments(taker, { ...options, targets }, environment, progress);
    const outcome = answers?.answer
      ? { ...answers.answer, stats: statsOf(answers.answer) }
      : await settle(handle.finder, progress);
    await progress.clear();
    const found = outcome.groups.filter(({ id }) => !gathered.ignoredGroups.has(id));
    const groups = baseline ? found.filter(({ id }) => !baseline.has(id)) : found;
    const report = buildReport({
      model,
      threshold: gathered.threshold,
      stats: outcome.stats,
      totalMs: now() - started,
      groups,
      silencedCounts: outcome.silenced,
      ...(options.verbose && { silenced: finder.silenced() }),
      skipped: gathered.skipped,
      pathOf: options.format === 'json' ? naming.forReport : naming.forPeople,
    });
    const known = found.length - groups.length;
    await deliver(report, known, gathered, options, environment);
    if (!answers?.answer) {
      await memory?.keep();
      const { groups: all, silenced, stats } = outcome;
      const { documents, passages } = stats;
      await answers?.keep({ groups: all, silenced, documents, passages });
    }
    for (const { uri, reason } of gathered.failures) {
      await terminal.stderr.write(`text-twin: ${naming.forPeople(uri)}: ${reason}\n`);
    }
    const warnings = groups.filter(({ note }) => note === undefined).length;
    const isGateShut = options.failOn !== undefined && warnings >= options.failOn;
    if (isGateShut) {
      const count = countOf(warnings, 'group');
      await terminal.stderr.write(`text-twin: ${count} found, --fail-on is ${options.failOn}\n`);
    }
    if (gathered.failures.length > 0) return EXIT.unusable;
    return isGateShut ? EXIT.gateFailed : EXIT.done;
  });
}

/** Has the finder compare what it was fed. */
async function settle(finder: TwinFinder, progress: Progress) {
  await finder.settle({
    onProgress: (done, total) => progress.show(() => `Comparing passages: ${done} of ${total}`),
  });
  const silenced = countSilenced(finder.silenced());
  return { groups: finder.groups(), silenced, stats: finder.stats() };
}

/** The figures of a scan that did nothing itself: all is as it was. */
function statsOf({ documents, passages }: ScanAnswer): FinderStats {
  const ms = { extract: 0, encode: 0, search: 0 };
  return { documents, passages, embedded: 0, cached: passages, ms };
}

async function deliver(
  report: Report,
  known: number,
  gathered: RenderContext['gathered'],
  options: ScanOptions,
  { terminal, version }: CliEnvironment,
): Promise<void> {
  const content = renderReport(report, { gathered, known, options, terminal, version });
  if (options.output === undefined) return terminal.stdout.write(content);
  await writeReport(options.output, terminal.cwd, content);
  await terminal.stdout.write(`${summarize(report, known)} · written to ${options.output}\n`);
}
