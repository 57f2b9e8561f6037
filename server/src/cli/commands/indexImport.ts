import { resolve } from 'node:path';
import { importSegment } from '../../node/cache/segmentImport';
import { ForeignSegment } from '../../node/cache/segmentReader';
import { explainFileError } from '../../node/files/fileErrors';
import type { Arguments } from '../arguments/parseCommand';
import { readCacheFolder } from '../cacheChoice';
import type { CliEnvironment } from '../environment';
import { EXIT, InputError } from '../errors';
import { Progress } from '../progress';

/**
 * Adds the embeddings of an exported file to the cache.
 *
 * @throws InputError naming the file when it is foreign, damaged or cannot be read; the cache is then as before.
 */
export async function importIndex(
  file: string,
  args: Arguments,
  environment: CliEnvironment,
): Promise<number> {
  const { terminal, now } = environment;
  const folder = readCacheFolder(args, environment);
  if (folder === undefined) {
    throw new InputError('there is no cache to import into; name one with --cache DIR');
  }
  const origin = await environment.identifyModel();
  const progress = new Progress(terminal, now);
  try {
    const counts = await importSegment(resolve(terminal.cwd, file), folder, origin, (done, total) =>
      progress.show(() => `Verifying embeddings: ${done} of ${total}`),
    );
    await progress.clear();
    const { records, added } = counts;
    await terminal.stdout.write(`${records} embeddings in ${file}, ${added} of them new\n`);
    return EXIT.done;
  } catch (error) {
    await progress.clear();
    const reason = error instanceof ForeignSegment ? error.message : explainFileError(error);
    throw new InputError(`cannot import "${file}" into ${folder}: ${reason}`);
  }
}
