import { resolve } from 'node:path';
import { explainFileError } from '../../node/files/fileErrors';
import type { FileSystem } from '../../node/files/fileSystem';
import { InputError } from '../errors';

/** A folder or file named on the command line. */
export interface Target {
  /** Absolute. */
  readonly path: string;
  readonly isFolder: boolean;
  /** The path with symbolic links resolved, to tell when two targets overlap. */
  readonly realPath: string;
}

/**
 * Finds what the paths of a command line lead to; none means the working folder.
 *
 * @throws InputError naming the first path that leads to nothing that can be scanned.
 */
export async function resolveTargets(
  paths: readonly string[],
  cwd: string,
  fileSystem: FileSystem,
): Promise<readonly Target[]> {
  const targets: Target[] = [];
  for (const given of paths.length === 0 ? ['.'] : paths) {
    targets.push(await resolveTarget(given, cwd, fileSystem));
  }
  return targets;
}

async function resolveTarget(given: string, cwd: string, fileSystem: FileSystem): Promise<Target> {
  const path = resolve(cwd, given);
  try {
    const { isFile, isDirectory } = await fileSystem.facts(path);
    if (isFile || isDirectory) {
      return { path, isFolder: isDirectory, realPath: await fileSystem.realPath(path) };
    }
  } catch (error) {
    throw new InputError(`cannot read "${given}": ${explainFileError(error)}`);
  }
  throw new InputError(`cannot read "${given}": it is neither a file nor a folder`);
}
