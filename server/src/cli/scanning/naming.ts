import { relativePath, toPath } from '../../node/files/paths';
import type { Target } from './targets';

/** How the URIs of a scan are written. */
export interface Naming {
  /**
   * For machines: relative to the scanned folder, or to the working folder when there are several.
   */
  readonly forReport: (uri: string) => string;
  /** For people and for links in a terminal: relative to the working folder. */
  readonly forPeople: (uri: string) => string;
}

/** The names of files in a scan of `targets`; both kinds use forward slashes. */
export function nameFiles(targets: readonly Target[], cwd: string): Naming {
  return {
    forReport: (uri) => relativePath(reportBase(targets, cwd), toPath(uri)) || '.',
    forPeople: (uri) => relativePath(cwd, toPath(uri)) || '.',
  };
}

/** The folder that report paths are relative to; absolute. */
export function reportBase(targets: readonly Target[], cwd: string): string {
  const [only, ...others] = targets;
  return only?.isFolder && others.length === 0 ? only.path : cwd;
}
