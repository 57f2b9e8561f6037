import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { version } from '../../../package.json';
import type { ServerHost } from '../lsp/host';
import { cacheFolderOf } from './cache/cacheFolder';
import { type CacheFolders, createFinder } from './encoder/createFinder';
import { decodeText } from './files/decodeText';
import { globFilter } from './files/pathFilters';
import { toPath } from './files/paths';
import { FolderWorkspace } from './folderWorkspace';
import { giveBackMemory } from './giveBackMemory';

/** Bytes; a settings file beyond this is no settings file. */
const largestSmallFile = 1_048_576;

/** The language server's host on Node: the disk, and the model beside the bundle. */
export function createNodeHost(): ServerHost {
  return {
    version,
    createFinder: (cacheFolder, log) =>
      createFinder({
        ...modelFromEnvironment(),
        cache: cacheFolders(cacheFolder),
        warn: (message) => log.warn(message),
      }),
    openWorkspace(folder, { exclude, maxFileSize }) {
      if (!isOnDisk(folder)) return undefined;
      const root = toPath(folder);
      return new FolderWorkspace({ root, maxFileSize, excludes: globFilter(root, exclude) });
    },
    createExcluder(folder, globs) {
      const excludes = isOnDisk(folder) ? globFilter(toPath(folder), globs) : undefined;
      return (uri) => isOnDisk(uri) && (excludes?.(toPath(uri)) ?? false);
    },
    giveBackMemory,
    readText: (uri) => (isOnDisk(uri) ? readSmallFile(toPath(uri)) : Promise.resolve(undefined)),
  };
}

/** `TEXT_TWIN_MODEL` names another model folder, for the command line and the server alike. */
function modelFromEnvironment(): { modelDir?: string } {
  const modelDir = process.env.TEXT_TWIN_MODEL;
  return modelDir ? { modelDir } : {};
}

/** The client's folder; what `text-twin index import` brought into the command line's is read besides. */
function cacheFolders(chosen: string | undefined): CacheFolders | undefined {
  const { platform, env } = process;
  const own = cacheFolderOf({ platform, env, home: homedir() });
  if (env.TEXT_TWIN_CACHE === 'off') return undefined;
  if (chosen === undefined) return own === undefined ? undefined : { folder: own };
  const folder = resolve(chosen);
  return { folder, alsoRead: own === undefined || own === folder ? [] : [own] };
}

function isOnDisk(uri: string): boolean {
  return uri.startsWith('file:');
}

async function readSmallFile(path: string): Promise<string | undefined> {
  try {
    if ((await stat(path)).size > largestSmallFile) return undefined;
    const decoded = decodeText(await readFile(path));
    return 'text' in decoded ? decoded.text : undefined;
  } catch {
    return undefined;
  }
}
