import { fitArticle } from './articles';
import type { Synset } from './wordNet';

/** Two texts of one meaning. */
export interface GenuinePair {
  readonly a: string;
  readonly b: string;
}

/** A name (`Canis`) is known by its capital, a Latin or chemical term by its length: both teach nothing here. */
const COMMON = /^[a-z]+(?:[ -][a-z]+){0,2}$/;

/**
 * What WordNet says in two ways: words and their definition, and an example with its word replaced by another
 * word of the synset. A definition and its hypernym's are not the same and are left out.
 */
export function* glossPairs(synsets: readonly Synset[]): Generator<GenuinePair> {
  for (const { lemmas, definition, examples = [] } of synsets) {
    const words = lemmas.filter((lemma) => COMMON.test(lemma));
    const [gloss] = definition;
    if (words.length === 0 || gloss === undefined) continue;
    yield { a: words.slice(0, 3).join(', '), b: gloss };
    for (const example of examples) {
      const pair = replaced(example, words);
      if (pair) yield pair;
    }
  }
}

function replaced(example: string, words: readonly string[]): GenuinePair | undefined {
  const tokens = example.split(' ');
  for (const word of words) {
    const at = tokens.indexOf(word);
    const other = words.find((candidate) => candidate !== word);
    if (at < 0 || other === undefined) continue;
    const b = tokens.with(at, other);
    if (at > 0) b[at - 1] = fitArticle(tokens[at - 1] as string, other);
    return { a: example, b: b.join(' ') };
  }
  return undefined;
}
