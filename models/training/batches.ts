import type { Tokenizer } from '../../server/src/core/embeddings/tokenizer';
import { UNKNOWN } from '../../server/src/core/embeddings/tokenizer';
import { normalise } from '../../server/src/core/embeddings/words';
import type { SourcePairs } from './corpus';
import { memberOf, type Pair } from './pairFiles';
import { below, type Random } from './random';
import type { Use } from './sources';

/** Genuine pairs of a batch; each is an imposite partner of the others. */
export const GENUINE = 128;
/** Pairs with their own label in a batch. */
export const LABELLED = 64;
/** Tokens of a text in training; longer texts are cut. */
const MAX_TOKENS = 40;
/** Neighbours drawn together: small enough for variety, large enough to contain hard imposites. */
const RUN = 16;
/** Chance that a token is hidden, so that no single word decides. */
const WORD_DROPOUT = 0.08;

/** One training pair, tokenised. */
interface TokenPair {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly isDuplicate: number;
  /** Pairs with one identity or one text are never imposites of each other. */
  readonly identity: string;
  readonly textA: string;
  readonly textB: string;
}

export interface TrainingBatch {
  /** Token sequences: genuine a's, genuine b's, labelled a's, labelled b's. */
  readonly sequences: readonly (readonly number[])[];
  /** `GENUINE × GENUINE`, row-major: 1 where the pair is an imposite. */
  readonly imposite: Float32Array;
  readonly isDuplicate: Float32Array;
}

/** Draws batches from the sources in proportion to their weights. */
export class Batches {
  readonly #pools: Record<Use, Pool[]> = { paraphrase: [], labelled: [] };

  constructor(pairs: readonly SourcePairs[], tokenizer: Tokenizer) {
    for (const { source, training } of pairs) {
      const tokens = training.map((pair) => tokenise(pair, tokenizer));
      this.#pools[source.use].push({ weight: source.weight, pairs: tokens });
    }
  }

  draw(random: Random): TrainingBatch {
    const genuine = drawRuns(pick(this.#pools.paraphrase, random).pairs, random);
    const labelled = Array.from({ length: LABELLED }, () => {
      const { pairs } = pick(this.#pools.labelled, random);
      return pairs[below(random, pairs.length)] as TokenPair;
    });
    const thin = (ids: readonly number[]) => hideWords(ids, random);
    return {
      sequences: [
        ...genuine.map((pair) => thin(pair.a)),
        ...genuine.map((pair) => thin(pair.b)),
        ...labelled.map((pair) => thin(pair.a)),
        ...labelled.map((pair) => thin(pair.b)),
      ],
      imposite: impositesOf(genuine),
      isDuplicate: Float32Array.from(labelled, (pair) => pair.isDuplicate),
    };
  }
}

interface Pool {
  readonly weight: number;
  readonly pairs: readonly TokenPair[];
}

function tokenise(pair: Pair, tokenizer: Tokenizer): TokenPair {
  return {
    a: tokenizer.encode(pair.a, MAX_TOKENS),
    b: tokenizer.encode(pair.b, MAX_TOKENS),
    isDuplicate: pair.isDuplicate,
    identity: memberOf(pair) ?? '',
    textA: normalise(pair.a),
    textB: normalise(pair.b),
  };
}

function pick(pools: readonly Pool[], random: Random): Pool {
  const total = pools.reduce((sum, pool) => sum + pool.weight, 0);
  let at = random() * total;
  for (const pool of pools) {
    at -= pool.weight;
    if (at < 0) return pool;
  }
  return pools.at(-1) as Pool;
}

function drawRuns(pairs: readonly TokenPair[], random: Random): TokenPair[] {
  const drawn: TokenPair[] = [];
  while (drawn.length < GENUINE) {
    const start = below(random, pairs.length);
    for (let i = 0; i < RUN; i++) {
      const pair = pairs[(start + i) % pairs.length] as TokenPair;
      // Half of the pairs turned round: neither side shall be told by its style.
      drawn.push(random() < 0.5 ? pair : turn(pair));
    }
  }
  return drawn;
}

function turn(pair: TokenPair): TokenPair {
  return { ...pair, a: pair.b, b: pair.a, textA: pair.textB, textB: pair.textA };
}

function hideWords(ids: readonly number[], random: Random): readonly number[] {
  return ids.map((id) => (random() < WORD_DROPOUT ? UNKNOWN : id));
}

function impositesOf(pairs: readonly TokenPair[]): Float32Array {
  const size = pairs.length;
  const imposite = new Float32Array(size * size);
  pairs.forEach((one, i) => {
    pairs.forEach((other, j) => {
      const same =
        i === j ||
        (one.identity !== '' && one.identity === other.identity) ||
        one.textA === other.textB ||
        one.textA === other.textA ||
        one.textB === other.textB;
      imposite[i * size + j] = same ? 0 : 1;
    });
  });
  return imposite;
}
