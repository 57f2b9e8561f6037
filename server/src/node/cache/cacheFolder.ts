import path from 'node:path';

/** What the place of the cache depends on. */
export interface CachePlace {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's home folder, absolute. */
  readonly home: string;
}

const NAME = 'text-twin';

/**
 * The folder of the embedding cache of the command line and of language clients that name none: a folder
 * `text-twin` where the platform keeps caches (XDG Base Directory Specification on Unix).
 *
 * `TEXT_TWIN_CACHE` names another; `off` there means none.
 */
export function cacheFolderOf({ platform, env, home }: CachePlace): string | undefined {
  const { TEXT_TWIN_CACHE: chosen, XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = env;
  if (chosen === 'off') return undefined;
  if (chosen) return path.resolve(chosen);
  if (platform === 'win32') return path.join(local || path.join(home, 'AppData', 'Local'), NAME);
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', NAME);
  // "All paths set in these environment variables must be absolute", says the specification; others are ignored.
  return path.join(xdg && path.isAbsolute(xdg) ? xdg : path.join(home, '.cache'), NAME);
}
