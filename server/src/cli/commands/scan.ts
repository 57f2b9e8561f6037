import { buildReport, type Report } from '../../core/reports/report';
import { summarize } from '../../core/reports/summary';
import { countOf } from '../../core/reports/words';
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
    const gathered = await gatherDocuments(handle, { ...options, targets }, environment, progress);
    await finder.settle({
      onProgress: (done, total) => progress.show(() => `Comparing passages: ${done} of ${total}`),
    });
    await progress.clear();
    const found = finder.groups().filter(({ id }) => !gathered.ignoredGroups.has(id));
    const groups = baseline ? found.filter(({ id }) => !baseline.has(id)) : found;
    const report = buildReport({
      model,
      threshold: gathered.threshold,
      stats: finder.stats(),
      totalMs: now() - started,
      groups,
      silenced: finder.silenced(),
      listsSilenced: options.verbose,
      skipped: gathered.skipped,
      pathOf: options.format === 'json' ? naming.forReport : naming.forPeople,
    });
    const known = found.length - groups.length;
    await deliver(report, known, gathered, options, environment);
    await memory?.keep();
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
