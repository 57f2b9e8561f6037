import { excerpt } from '../../server/src/core/diagnostics/excerpt';
import { showSimilarity } from '../../server/src/core/diagnostics/similarityText';
import type { Comparison } from '../../server/src/core/twins/twin';
import type { GroupJson, PassageJson, ScanResult } from '../../server/src/protocol';

/** The outcome of a comparison in one line: `near-duplicate, similarity 0.93, energy 0.21`. */
export function describeComparison(comparison: Comparison): string {
  const { verdict, similarity, energy, differsIn } = comparison;
  const fact = differsIn === undefined ? '' : `, differs in: ${differsIn}`;
  return `${verdict}, similarity ${showSimilarity(similarity)}, energy ${energy.toFixed(2)}${fact}`;
}

/** The title of a diff of two texts: `"The client retries…" ↔ "The client tries…" (0.93)`. */
export function diffTitle(a: string, b: string, similarity?: number): string {
  const score = similarity === undefined ? '' : ` (${showSimilarity(similarity)})`;
  return `"${excerpt(a, 30)}" ↔ "${excerpt(b, 30)}"${score}`;
}

/** A place for people: `docs/api.md:12`. */
export function describePlace({ path, startLine }: PassageJson): string {
  return `${path}:${startLine}`;
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
