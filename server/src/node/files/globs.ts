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
  if (patterns.length === 0) return undefined;
  const ofNames = patterns.filter(isOfName);
  const ofPaths = patterns.filter((pattern) => !isOfName(pattern));
  const hasName = ofNames.length > 0 ? nameMatcher(expressionOf(ofNames)) : () => false;
  const expression = ofPaths.length > 0 ? expressionOf(ofPaths) : undefined;
  const literal = new Set(patterns);
  return (path) => hasName(path) || expression?.test(path) === true || literal.has(path);
}

/** One expression for all is several times as fast as one for each. */
function expressionOf(patterns: readonly string[]): RegExp {
  const sources = patterns.map((pattern) => picomatch.makeRe(pattern, { dot: true }).source);
  return new RegExp(sources.map((source) => `(?:${source})`).join('|'));
}

/** Whether a glob speaks of one name at any depth, as most do: of a file or of a folder, with all that is in it. */
function isOfName(pattern: string): boolean {
  return /^\*\*\/(?:(?!\*\*)[^/])+(?:\/\*\*)?$/.test(pattern);
}

/**
 * Matches paths in which some name matches. Paths of one folder mostly follow each other: the folder's own names are
 * looked at once for all of them.
 */
function nameMatcher(expression: RegExp): PathMatcher {
  let folder = '';
  let isInside = false;
  return (path) => {
    const end = path.lastIndexOf('/');
    const above = path.slice(0, Math.max(0, end));
    if (above !== folder) {
      folder = above;
      isInside = folder !== '' && folder.split('/').some((name) => expression.test(name));
    }
    return isInside || expression.test(path.slice(end + 1));
  };
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
