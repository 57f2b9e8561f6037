import path from 'node:path';
import type { BatchSources } from './batches/batches';
import { toLabelledPool } from './batches/labelledPool';
import { toPool } from './batches/pairPool';
import { type TextPool, toTextPool } from './batches/textPool';
import { readUnlabelled, type SourcePairs } from './corpus';
import { readLexicon } from './lexicon/lexicon';
import type { Pair } from './pairFiles';
import { randomFor } from './random';
import type { Use } from './sources';
import type { Teacher } from './teacher';

/** Weights of what the lexicon gives, relative to the sources of the same use. */
const GLOSSES = { weight: 1.5, lastWeight: 0.5 };
const WORD_PAIRS = 1.5;
/** Weights of texts without labels: prose of software, and general prose for general meaning. */
const SOFTWARE_TEXTS = 1;
const GENERAL_TEXTS = 1;

/** The parts of the recipe that can be left out, to see what each brings. */
export const PARTS = ['teacher', 'words', 'synthesis'] as const;
/** Those that are left out unless they are asked for: glosses and pairs of words brought nothing. */
export const OPTIONAL_PARTS = ['lexicon'] as const;
export type Part = (typeof PARTS)[number] | (typeof OPTIONAL_PARTS)[number];

/** Sets out everything that batches are drawn from. */
export async function gatherMaterial(
  data: string | undefined,
  sources: readonly SourcePairs[],
  found: Teacher | undefined,
  seed: number,
  without: ReadonlySet<Part>,
  log: (line: string) => void,
): Promise<BatchSources> {
  const teacher = without.has('teacher') ? undefined : found;
  const random = randomFor(seed, -1);
  const of = (use: Use) => sources.filter(({ source }) => source.use === use);
  const lexicon = await readLexicon(path.join(data ?? '', 'lexicon'));
  for (const missing of lexicon.missing) log(`lexicon without ${missing}`);
  const usesWords = !without.has('lexicon');
  const glosses = usesWords
    ? lexicon.glossPairs().map(({ a, b }) => ({ a, b, isDuplicate: 1, extra: {} }))
    : [];
  const words = usesWords ? lexicon.wordPairs() : [];
  log(`lexicon: ${glosses.length} glosses, ${words.length} word pairs`);
  const paraphrases = of('paraphrase').map(({ source, training }) =>
    toPool(training, source, teacher, random),
  );
  if (glosses.length > 0) paraphrases.push(toPool(glosses, GLOSSES, teacher, random));
  const toPools = (use: Use) =>
    of(use).map(({ source, training }) => toLabelledPool(training, source.weight));
  const labelled = toPools('labelled');
  if (words.length > 0) labelled.push(toLabelledPool(words, WORD_PAIRS));
  return {
    paraphrases,
    labelled,
    graded: toPools('graded'),
    texts: await gatherTexts(data, sources, glosses, teacher, seed),
    lexicon: without.has('synthesis') ? undefined : lexicon,
    teacher,
  };
}

async function gatherTexts(
  data: string | undefined,
  sources: readonly SourcePairs[],
  glosses: readonly Pick<Pair, 'a' | 'b'>[],
  teacher: Teacher | undefined,
  seed: number,
): Promise<TextPool[]> {
  const random = randomFor(seed, -2);
  const software = data === undefined ? [] : await readUnlabelled(data);
  const general = new Set(glosses.flatMap(({ a, b }) => [a, b]));
  for (const { source, training } of sources) {
    if (!source.isGeneral) continue;
    for (const { a, b } of training) general.add(a).add(b);
  }
  return [
    { weight: SOFTWARE_TEXTS, texts: software },
    { weight: GENERAL_TEXTS, texts: [...general] },
  ]
    .filter(({ texts }) => texts.length > 0)
    .map(({ weight, texts }) => toTextPool(texts, weight, teacher, random));
}
