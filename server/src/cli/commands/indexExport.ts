import { resolve } from 'node:path';
import type { DocumentInput } from '../../core/twins/finder';
import { placeDocument } from '../../core/twins/placed/placeDocument';
import type { PlacedText } from '../../core/twins/placed/placedText';
import { loadLanceDb } from '../../node/engines/lanceDb';
import { explainFileError } from '../../node/files/fileErrors';
import type { Arguments } from '../arguments/parseCommand';
import { readChoice } from '../arguments/readValues';
import { withCache } from '../cacheChoice';
import { type CliEnvironment, withFinder } from '../environment';
import { EXIT, InputError } from '../errors';
import { Progress } from '../progress';
import { gatherDocuments } from '../scanning/gather';
import { nameFiles } from '../scanning/naming';
import { resolveTargets } from '../scanning/targets';
import { writeSegment } from './indexSegment';
import { writeTable } from './indexTable';

/**
 * Writes the embeddings of all passages of some folders to a file for `index import`, or their passages to a table
 * of a vector engine.
 *
 * @throws InputError naming what cannot be read or written.
 */
export async function exportIndex(
  file: string,
  paths: readonly string[],
  args: Arguments,
  environment: CliEnvironment,
): Promise<number> {
  const { terminal, fileSystem, now } = environment;
  const targets = await resolveTargets(paths, terminal.cwd, fileSystem);
  const { forPeople, forReport } = nameFiles(targets, terminal.cwd);
  const progress = new Progress(terminal, now);
  const isTable = readChoice(args, 'engine', ['lancedb']) !== undefined;
  const engine = isTable ? loadLanceDb(environment.enginesFolder) : undefined;
  return withFinder(withCache(args, environment), async (handle) => {
    const passages = new PassageList();
    const options = {
      targets,
      include: args.values('include'),
      exclude: args.values('exclude'),
      override: <T>(settings: T) => settings,
    };
    const taker = { finder: passages, thresholds: handle.thresholds };
    const { failures } = await gatherDocuments(taker, options, environment, progress);
    const path = resolve(terminal.cwd, file);
    const { placed } = passages;
    const onProgress = (done: number) =>
      progress.show(() => `Embedding passages: ${done} of ${placed.length}`);
    const written = engine
      ? writeTable(engine, path, placed, forReport, handle.encoder, onProgress)
      : writeSegment(path, placed, handle.encoder, onProgress);
    const count = await written.catch((error) => {
      throw new InputError(`cannot write "${file}": ${explainFileError(error)}`);
    });
    await progress.clear();
    await terminal.stdout.write(
      `${count} ${engine ? 'passages' : 'embeddings'} written to ${file}\n`,
    );
    for (const { uri, reason } of failures) {
      await terminal.stderr.write(`text-twin: ${forPeople(uri)}: ${reason}\n`);
    }
    return failures.length > 0 ? EXIT.unusable : EXIT.done;
  });
}

/** The passages that a scan would compare, in the order in which they are met. */
class PassageList {
  readonly placed: PlacedText[] = [];

  setDocument(document: DocumentInput): void {
    for (const placed of placeDocument(document).placed) this.placed.push(placed);
  }
}
