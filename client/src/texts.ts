import { excerpt } from '../../server/src/core/diagnostics/excerpt';
import { showSimilarity } from '../../server/src/core/diagnostics/similarityText';
import type { ComparisonJson, GroupJson, PassageJson, ScanResult } from '../../server/src/protocol';

/**
 * The outcome of a comparison in one line, with its reason:
 * `near-duplicate: similarity 0.936, at least 0.917; energy 0.21`.
 */
export function describeComparison(comparison: ComparisonJson): string {
  const { verdict, similarity, energy } = comparison;
  const figures = `similarity ${showFinely(similarity)}`;
  return `${verdict}: ${figures}${reasonFor(comparison)}; energy ${energy.toFixed(2)}`;
}

function reasonFor({ verdict, similarity, threshold, differsIn }: ComparisonJson): string {
  if (verdict === 'duplicate') return ', the same words';
  if (differsIn !== undefined) return `, but differs in: ${differsIn}`;
  return `, ${similarity < threshold ? 'less than' : 'at least'} ${showFinely(threshold)}`;
}

/** A similarity cut to a digit more than elsewhere: it stands beside the threshold, which it may be close to. */
function showFinely(similarity: number): string {
  return (Math.floor(similarity * 1000 + 1e-6) / 1000).toFixed(3);
}

/** The title of a diff of two texts: `"The client retries…" ↔ "The client tries…" (0.93)`. */
export function diffTitle(a: string, b: string, similarity: number): string {
  return `"${firstWords(a)}" ↔ "${firstWords(b)}" (${showSimilarity(similarity)})`;
}

/** The first words of a text, without the marks of a comment or a list before them. */
function firstWords(text: string): string {
  return excerpt(text.replace(/^[^\p{L}\p{N}]+(?=.)/u, ''), 30);
}

/** A path that leaves room for more on its line; folders at its beginning give way to `…/`. */
export function shortPath(path: string): string {
  const [, ...rest] = path.split('/');
  if (path.length <= longestPath || rest.length === 0) return path;
  return `…/${shortPath(rest.join('/')).replace(/^…\//, '')}`;
}

/** How many UTF-16 units of a path are shown where a similarity is to stand beside it. */
const longestPath = 50;

/** A place for people: `docs/api.md:12`. */
export function describePlace({ path, startLine }: PassageJson): string {
  return `${shortPath(path)}:${startLine}`;
}

/** A group in one line: `3 places, near-duplicate, similarity 0.93`. */
export function describeGroup({ kind, similarity, members }: GroupJson): string {
  return `${members.length} places, ${kind}, similarity ${showSimilarity(similarity)}`;
}

/** What a scan found, in one sentence. */
export function describeScan({ files, passages, groups, skipped }: ScanResult): string {
  const found = groups === 0 ? 'no twins' : countOf(groups, 'group of twins', 'groups of twins');
  const left = skipped.length === 0 ? '' : ` ${countOf(skipped.length, 'file')} skipped.`;
  return `${countOf(files, 'file')}, ${countOf(passages, 'passage')}: ${found}.${left}`;
}

/** A count with its noun, in English. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
