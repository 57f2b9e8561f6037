import { normalise } from '../../server/src/core/embeddings/words';
import { energies } from '../../server/src/core/energies/energy';
import type { SourcePairs } from './corpus';
import { auc, spearman } from './metrics';
import type { Pair } from './pairFiles';

/** Sources whose genuine pairs look like what the editor will compare. */
const SOFTWARE_SOURCES = ['javadoc-cross', 'cross-docs', 'comment-edits'];
/** Held-out pairs taken of each source; enough for a figure with two digits, quick enough to repeat. */
const MAX_PAIRS = 1500;

export type Embed = (texts: readonly string[]) => Float32Array[];

/** A held-out pair and its energy. */
export interface ScoredPair {
  readonly energy: number;
  readonly isDuplicate: boolean;
}

/** Figures on the held-out share of the training files; none of it is `eval/`. */
export interface ValidationFigures {
  /** AUC; imposites are the next other member in the same package. */
  readonly javadoc: number;
  /** AUC; imposites are siblings. */
  readonly crossDocs: number;
  /** Spearman on held-out STS-B training pairs. */
  readonly stsb: number;
}

export function validate(pairs: readonly SourcePairs[], embed: Embed): ValidationFigures {
  const heldOut = (name: string) =>
    (pairs.find(({ source }) => source.name === name)?.heldOut ?? []).slice(0, MAX_PAIRS);
  const javadoc = heldOut('javadoc-cross');
  const siblings = javadoc.flatMap((pair, i) => {
    const other = javadoc.slice(i + 1).find((next) => identityOf(next) !== identityOf(pair));
    return other ? [{ ...pair, b: other.b, isDuplicate: 0 }] : [];
  });
  const graded = heldOut('stsb');
  return {
    javadoc: aucOf([...javadoc, ...siblings], embed),
    crossDocs: aucOf([...heldOut('cross-docs'), ...heldOut('cross-docs-negatives')], embed),
    stsb: spearman(
      energiesOf(graded, embed).map((energy) => -energy),
      graded.map((pair) => pair.isDuplicate),
    ),
  };
}

/**
 * Genuine pairs and, for each, the imposite that a scan would meet: the nearest text of another identity
 * among the held-out texts of the same source. Thresholds chosen here expect hard neighbours.
 */
export function scoreCandidates(pairs: readonly SourcePairs[], embed: Embed): ScoredPair[] {
  return pairs
    .filter(({ source }) => SOFTWARE_SOURCES.includes(source.name))
    .flatMap(({ heldOut }) => scoreSource(heldOut.slice(0, MAX_PAIRS), embed));
}

function scoreSource(pairs: readonly Pair[], embed: Embed): ScoredPair[] {
  const a = embed(pairs.map((pair) => pair.a));
  const b = embed(pairs.map((pair) => pair.b));
  const normal = pairs.map((pair) => normalise(pair.b));
  return pairs.flatMap((pair, i) => {
    const own = normalise(pair.a);
    const anchor = a[i] as Float32Array;
    let nearest = Number.POSITIVE_INFINITY;
    pairs.forEach((other, j) => {
      if (identityOf(other) === identityOf(pair) || normal[j] === own || normal[j] === normal[i])
        return;
      nearest = Math.min(nearest, energies.euclidean(anchor, b[j] as Float32Array));
    });
    // Texts equal after normalisation are duplicates without a model; they would flatter the curve.
    const genuine =
      own === normal[i]
        ? []
        : [{ energy: energies.euclidean(anchor, b[i] as Float32Array), isDuplicate: true }];
    return [...genuine, { energy: nearest, isDuplicate: false }];
  });
}

/** API members and their overloads are one identity; pairs without a key are each their own. */
function identityOf(pair: Pair): string {
  return String(pair.extra.key ?? normalise(pair.a)).replace(/\(.*$/, '');
}

function aucOf(pairs: readonly Pair[], embed: Embed): number {
  return auc(
    energiesOf(pairs, embed).map((energy) => -energy),
    pairs.map((pair) => pair.isDuplicate >= 0.5),
  );
}

export function energiesOf(pairs: readonly { a: string; b: string }[], embed: Embed): number[] {
  const a = embed(pairs.map((pair) => pair.a));
  const b = embed(pairs.map((pair) => pair.b));
  return a.map((embedding, i) => energies.euclidean(embedding, b[i] as Float32Array));
}
