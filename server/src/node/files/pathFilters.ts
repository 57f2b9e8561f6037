import { compileGlobs } from './globs';
import { isWithin, relativePath } from './paths';

/** Says whether an absolute path is meant. */
export type PathFilter = (path: string) => boolean;

/**
 * A filter from globs that are relative to `base`; paths outside `base` do not match.
 *
 * @returns undefined when there are no globs.
 */
export function globFilter(base: string, globs: readonly string[]): PathFilter | undefined {
  const matches = compileGlobs(globs);
  return matches && ((path) => isWithin(base, path) && matches(relativePath(base, path)));
}
