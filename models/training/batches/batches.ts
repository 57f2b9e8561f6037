import type { Tokenizer } from '../../../server/src/core/embeddings/tokenizer';
import { UNKNOWN } from '../../../server/src/core/embeddings/tokenizer';
import { wordsOf } from '../../../server/src/core/embeddings/words';
import { dot } from '../../evaluation/vectors';
import type { Lexicon } from '../lexicon/lexicon';
import type { Random } from '../random';
import type { Teacher } from '../teacher';
import { drawLabelled, type LabelledPool } from './labelledPool';
import { type DrawnPair, drawRuns, forLastCourse, mayAgree, type PairPool, pick } from './pairPool';
import { type Counterfeit, counterfeit, rewordTexts } from './synthetic';
import { drawTexts, type TextPool } from './textPool';

/** How many of each kind a batch holds. */
export interface BatchSizes {
  /** Genuine pairs from the sources; each is an imposite partner of the others. */
  readonly genuine: number;
  /** Genuine pairs made by rewording. */
  readonly reworded: number;
  /** Genuine pairs of the sources that counterfeits are made of. */
  readonly counterfeited: number;
  /** Pairs labelled the same or different, and pairs with graded labels. */
  readonly labelled: number;
  readonly graded: number;
  /** Texts with the teacher's similarities. */
  readonly soft: number;
}

/** A batch of the course for general meaning. */
export const GENERAL_BATCH: BatchSizes = {
  genuine: 144,
  reworded: 48,
  counterfeited: 96,
  labelled: 48,
  graded: 48,
  soft: 128,
};

/** A batch of the course on the prose of software: mostly pairs of the sources, many of them siblings. */
export const SOFTWARE_BATCH: BatchSizes = {
  genuine: 240,
  reworded: 32,
  counterfeited: 64,
  labelled: 64,
  graded: 48,
  soft: 96,
};

/** Tokens of a text in training; longer texts are cut. */
export const TRAINED_TOKENS = 40;
/** Cosine above which the teacher's word is taken that two texts are the same. */
const SAME_TO_TEACHER = 0.92;
/** Chance that a token is hidden, so that no single word decides. */
const WORD_DROPOUT = 0.08;

/** What batches are drawn from. */
export interface BatchSources {
  readonly paraphrases: readonly PairPool[];
  readonly labelled: readonly LabelledPool[];
  readonly graded: readonly LabelledPool[];
  /** Texts to reword and to take soft targets on. */
  readonly texts: readonly TextPool[];
  /** Present: texts are reworded and facts flipped. */
  readonly lexicon: Lexicon | undefined;
  /** Present: soft targets. */
  readonly teacher: Teacher | undefined;
}

/** A batch: token sequences in the order of the counts, and what is known of them. */
export interface TrainingBatch {
  /** First texts of the genuine pairs, second texts, counterfeits, labelled and graded a's, b's, soft texts. */
  readonly sequences: readonly (readonly number[])[];
  readonly genuine: number;
  readonly counterfeits: number;
  readonly labelled: number;
  readonly graded: number;
  readonly soft: number;
  /** `[genuine, genuine + counterfeits]`, row-major: see {@link Kinship}. */
  readonly kinship: Uint8Array;
  /** `[labelled + graded]` */
  readonly isDuplicate: Float32Array;
  /** `[soft, soft]`: the teacher's cosines. */
  readonly similarity: Float32Array;
}

/** What an entry of `kinship` means. */
export const Kinship = {
  /** The pair itself, or texts that may say the same: no imposite. */
  barred: 0,
  imposite: 1,
  /** A counterfeit of the row's own pair: an imposite that must keep only a small distance. */
  counterfeit: 2,
} as const;

/** Draws batches from the sources in proportion to their weights. */
export class Batches {
  constructor(
    private readonly sources: BatchSources,
    private readonly tokenizer: Tokenizer,
    private readonly sizes: BatchSizes = GENERAL_BATCH,
  ) {}

  /** The same sources as the last course draws from them. */
  forLastCourse(): Batches {
    const paraphrases = this.sources.paraphrases.map(forLastCourse);
    return new Batches({ ...this.sources, paraphrases }, this.tokenizer, SOFTWARE_BATCH);
  }

  draw(random: Random): TrainingBatch {
    const { sizes } = this;
    const { lexicon, texts, teacher, paraphrases } = this.sources;
    const drawn = drawRuns(pick(paraphrases, random), sizes.genuine, random);
    const reworded =
      lexicon && texts.length > 0
        ? rewordTexts(
            drawTexts(pick(texts, random), 3 * sizes.reworded, random),
            sizes.reworded,
            lexicon,
            random,
          )
        : [];
    const pairs = [...drawn, ...reworded];
    const counterfeits = lexicon ? this.#counterfeits(drawn, reworded, lexicon, random) : [];
    const labelled = drawLabelled(this.sources.labelled, sizes.labelled, random);
    const graded = drawLabelled(this.sources.graded, sizes.graded, random);
    const judged = [...labelled, ...graded];
    const soft = this.#drawSoft(random);
    const encode = (text: string) => this.tokenizer.encode(text, TRAINED_TOKENS);
    const thin = (text: string) => hideWords(encode(text), random);
    // A hidden word may be the very fact that was changed: made pairs keep all their words.
    const side = (text: string, i: number) => (i < drawn.length ? thin(text) : encode(text));
    return {
      sequences: [
        ...pairs.map((pair, i) => side(pair.a, i)),
        ...pairs.map((pair, i) => side(pair.b, i)),
        ...counterfeits.map(({ text }) => encode(text)),
        ...judged.map(({ a }) => thin(a)),
        ...judged.map(({ b }) => thin(b)),
        ...soft.texts.map(encode),
      ],
      genuine: pairs.length,
      counterfeits: counterfeits.length,
      labelled: labelled.length,
      graded: graded.length,
      soft: soft.texts.length,
      kinship: kinshipOf(pairs, counterfeits, agreement(pairs, teacher)),
      isDuplicate: Float32Array.from(judged, (pair) => pair.isDuplicate),
      similarity: soft.similarity,
    };
  }

  #counterfeits(
    drawn: readonly DrawnPair[],
    reworded: readonly DrawnPair[],
    lexicon: Lexicon,
    random: Random,
  ): Counterfeit[] {
    const content = drawn.flatMap(({ a }) => wordsOf(a).filter((word) => word.length > 3));
    const some = drawn.slice(0, this.sizes.counterfeited);
    return [
      ...counterfeit(some, 0, lexicon, random, content),
      ...counterfeit(reworded, drawn.length, lexicon, random, content),
    ];
  }

  #drawSoft(random: Random): { texts: readonly string[]; similarity: Float32Array } {
    const { teacher, texts } = this.sources;
    if (!teacher || texts.length === 0) return { texts: [], similarity: new Float32Array(0) };
    const half = this.sizes.soft / 2;
    const drawn = [0, 1].flatMap(() => drawTexts(pick(texts, random), half, random));
    return { texts: drawn, similarity: cosines(teacher.embed(drawn)) };
  }
}

function hideWords(ids: readonly number[], random: Random): readonly number[] {
  return ids.map((id) => (random() < WORD_DROPOUT ? UNKNOWN : id));
}

function kinshipOf(
  pairs: readonly DrawnPair[],
  counterfeits: readonly Counterfeit[],
  agree: (one: number, other: number) => boolean,
): Uint8Array {
  const size = pairs.length;
  const width = size + counterfeits.length;
  const kinship = new Uint8Array(size * width).fill(Kinship.imposite);
  pairs.forEach((_, i) => {
    for (let j = 0; j <= i; j++) {
      if (i !== j && !agree(i, j)) continue;
      kinship[i * width + j] = Kinship.barred;
      kinship[j * width + i] = Kinship.barred;
    }
  });
  pairs.forEach((_, i) => {
    counterfeits.forEach(({ owner }, k) => {
      const at = i * width + size + k;
      if (owner === i) kinship[at] = Kinship.counterfeit;
      else if (kinship[i * width + owner] === Kinship.barred) kinship[at] = Kinship.barred;
    });
  });
  return kinship;
}

/** Whether pairs may say the same: by identity or text, and, where the data have no identities, to the teacher. */
function agreement(
  pairs: readonly DrawnPair[],
  teacher: Teacher | undefined,
): (one: number, other: number) => boolean {
  const count = pairs.length;
  const isNameless = pairs.map(({ identity }) => identity === '');
  const taught =
    teacher && isNameless.includes(true)
      ? cosines(teacher.embed([...pairs.map(({ a }) => a), ...pairs.map(({ b }) => b)]))
      : undefined;
  const near = (i: number, j: number) => (taught?.[i * 2 * count + j] as number) > SAME_TO_TEACHER;
  const isTaught = (i: number, j: number) =>
    taught !== undefined && ((isNameless[i] as boolean) || (isNameless[j] as boolean));
  return (i, j) =>
    mayAgree(pairs[i] as DrawnPair, pairs[j] as DrawnPair) ||
    (isTaught(i, j) && (near(i, j) || near(i, count + j) || near(j, count + i)));
}

/** Cosines of all pairs of unit vectors, `[n, n]`. */
export function cosines(vectors: readonly Float32Array[]): Float32Array {
  const size = vectors.length;
  const result = new Float32Array(size * size);
  vectors.forEach((a, i) => {
    for (let j = 0; j <= i; j++) {
      const cosine = dot(a, vectors[j] as Float32Array);
      result[i * size + j] = cosine;
      result[j * size + i] = cosine;
    }
  });
  return result;
}
