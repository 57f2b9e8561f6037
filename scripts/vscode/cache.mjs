// Where the real VS Code is kept between runs: outside the repository, as it is 800 MB.
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';

/** The cache folder; `TEXT_TWIN_VSCODE_CACHE` overrides it. */
export function cacheFolder() {
  const given = process.env.TEXT_TWIN_VSCODE_CACHE;
  if (given) return path.resolve(given);
  const caches = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  return path.join(caches, 'text-twin', 'vscode');
}

/**
 * Returns a folder of the cache, filled by `fill(folder)` the first time. It appears under its name only once it
 * is complete, so that an interrupted download is never taken for a whole one.
 */
export async function cached(name, fill) {
  const folder = path.join(cacheFolder(), name);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.partial-${process.pid}`;
  await mkdir(partial, { recursive: true });
  try {
    await fill(partial);
    await rename(partial, folder).catch((error) => {
      // Another process was faster; its copy is as good.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return folder;
}
