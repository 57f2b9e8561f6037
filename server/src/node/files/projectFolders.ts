import { dirname, join } from 'node:path';
import type { FileSystem } from './fileSystem';

/**
 * The folders whose ignore files and settings speak for `folder`: from the root of its git
 * repository down to `folder` itself, or `folder` alone where there is no repository.
 */
export async function projectFolders(
  fileSystem: FileSystem,
  folder: string,
): Promise<readonly string[]> {
  const chain: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    chain.unshift(at);
    if (await exists(fileSystem, join(at, '.git'))) return chain;
    if (dirname(at) === at) return [folder];
  }
}

async function exists(fileSystem: FileSystem, path: string): Promise<boolean> {
  try {
    await fileSystem.facts(path);
    return true;
  } catch {
    return false;
  }
}
