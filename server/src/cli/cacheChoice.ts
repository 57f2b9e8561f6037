import { resolve } from 'node:path';
import type { Arguments } from './arguments/parseCommand';
import type { CliEnvironment } from './environment';
import { InputError } from './errors';

/**
 * Where a command keeps embeddings: the folder of `--cache`, the user's by default, nowhere with `--no-cache`.
 *
 * @returns an absolute path, or undefined.
 * @throws InputError for both at once.
 */
export function readCacheFolder(
  args: Arguments,
  { terminal, cacheFolder }: CliEnvironment,
): string | undefined {
  const named = args.value('cache');
  if (!args.has('no-cache'))
    return named === undefined ? cacheFolder : resolve(terminal.cwd, named);
  if (named === undefined) return undefined;
  throw new InputError('--cache and --no-cache exclude each other; give one of them');
}

/** The environment whose finder keeps embeddings where the arguments say. @throws InputError */
export function withCache(args: Arguments, environment: CliEnvironment): CliEnvironment {
  const folder = readCacheFolder(args, environment);
  return { ...environment, createFinder: () => environment.createFinder(folder) };
}
