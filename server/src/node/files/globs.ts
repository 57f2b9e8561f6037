import picomatch from 'picomatch';

/** Says whether a path (relative, forward slashes) matches. */
export type PathMatcher = (path: string) => boolean;

/**
 * Compiles globs as people write them: a name without a slash matches at any depth (`*.md`), a
 * folder's name covers what is in it (`docs`), and a leading `./` or `/` and a trailing `/` are
 * allowed.
 *
 * @returns undefined when there are no globs.
 */
export function compileGlobs(globs: readonly string[]): PathMatcher | undefined {
  const patterns = globs.flatMap(expand);
  return patterns.length === 0 ? undefined : picomatch(patterns, { dot: true });
}

function expand(glob: string): string[] {
  const trimmed = glob
    .trim()
    .replace(/^(\.?\/)+/, '')
    .replace(/\/+$/, '');
  if (trimmed === '' || trimmed === '.') return [];
  const anchored = trimmed.includes('/') ? trimmed : `**/${trimmed}`;
  return anchored.endsWith('/**') ? [anchored] : [anchored, `${anchored}/**`];
}
