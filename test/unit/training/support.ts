import { Batches, type BatchSources } from '../../../models/training/batches/batches';
import { toLabelledPool } from '../../../models/training/batches/labelledPool';
import { toPool } from '../../../models/training/batches/pairPool';
import { toTextPool } from '../../../models/training/batches/textPool';
import type { Lexicon } from '../../../models/training/lexicon/lexicon';
import type { Pair } from '../../../models/training/pairFiles';
import { randomFor } from '../../../models/training/random';
import type { Teacher } from '../../../models/training/teacher';
import { Tokenizer } from '../../../server/src/core/embeddings/tokenizer';

const WORDS =
  'returns the first last file directory before after closes opens maximum minimum number of rows columns if it is empty'.split(
    ' ',
  );
export const tokenizer = new Tokenizer({ version: 1, pieces: ['[PAD]', '[UNK]', ...WORDS] });

const nouns = ['file', 'directory', 'rows', 'columns'];
const verbs = ['returns', 'closes', 'opens'];
const ends = ['first', 'last', 'maximum', 'minimum'];

/** A small world of sentences, each with a rewording. */
export const pairs: readonly Pair[] = verbs.flatMap((verb) =>
  ends.flatMap((end) =>
    nouns.map((noun) => ({
      a: `${verb} the ${end} ${noun}`,
      b: `the ${end} of ${noun} it ${verb}`,
      isDuplicate: 1,
      extra: { key: `${verb} ${end} ${noun}` },
    })),
  ),
);

const imposites = pairs.map((pair, i) => ({
  ...pair,
  b: pairs[(i + 5) % pairs.length]?.b ?? '',
  isDuplicate: 0,
}));
const graded = pairs.map((pair, i) => ({
  ...pair,
  b: pairs[(i + 1) % pairs.length]?.b ?? '',
  isDuplicate: (i % 5) / 4,
}));

/** Texts are near when they share letters. */
export const teacher: Teacher = {
  embed: (texts) =>
    texts.map((text) => {
      const counts = new Float32Array(8);
      for (const char of text)
        counts[char.charCodeAt(0) % 8] = (counts[char.charCodeAt(0) % 8] ?? 0) + 1;
      const norm = Math.hypot(...counts) || 1;
      return counts.map((count) => count / norm);
    }),
};

/** Batches from the small world, with every part that `parts` gives. */
export function smallBatches(parts: { lexicon?: Lexicon; teacher?: Teacher } = {}): Batches {
  const random = randomFor(1, 1);
  const sources: BatchSources = {
    paraphrases: [toPool(pairs, { weight: 1 }, parts.teacher, random)],
    labelled: [toLabelledPool(imposites, 1)],
    graded: [toLabelledPool(graded, 1)],
    texts: [
      toTextPool(
        pairs.map(({ a }) => `${a} if it is empty`),
        1,
        parts.teacher,
        random,
      ),
    ],
    lexicon: parts.lexicon,
    teacher: parts.teacher,
  };
  return new Batches(sources, tokenizer);
}
