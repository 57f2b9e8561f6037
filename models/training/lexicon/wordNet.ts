import { possibleLemmas } from './inflections';

/** One synset of Open English WordNet: words of one meaning. */
export interface Synset {
  readonly id: string;
  /** n noun, v verb, a and s adjective, r adverb. */
  readonly pos: string;
  readonly lemmas: readonly string[];
  readonly definition: readonly string[];
  readonly examples?: readonly string[];
  readonly hypernym?: readonly string[];
}

/** A definition that speaks of these is likely the sense of a word that programming prose means. */
const OF_COMPUTING =
  /\b(comput\w+|data|software|programs?|files?|electronic\w*|information|digital|records|symbols?|network|code)\b/;

/** The synsets, by id and by lemma. Senses are not ranked in the source: see `senseOf`. */
export class WordNet {
  readonly synsets: readonly Synset[];
  readonly #byLemma = new Map<string, Synset[]>();
  readonly #childrenOf = new Map<string, Synset[]>();

  constructor(synsets: readonly Synset[]) {
    this.synsets = synsets;
    for (const synset of synsets) {
      for (const lemma of synset.lemmas) append(this.#byLemma, lemma, synset);
      for (const parent of synset.hypernym ?? []) append(this.#childrenOf, parent, synset);
    }
  }

  /** The dictionary form of `word` and its synsets; none for an unknown word. */
  sensesOf(word: string): readonly Synset[] {
    for (const lemma of possibleLemmas(word)) {
      const senses = this.#byLemma.get(lemma);
      if (senses) return senses;
    }
    return [];
  }

  /** Parts of speech of `word`, as a string of letters; empty for an unknown word. */
  rolesOf(word: string): string {
    return [...new Set(this.sensesOf(word).map(({ pos }) => (pos === 's' ? 'a' : pos)))].join('');
  }

  /** Whether a synset holds both. */
  areSynonyms(a: string, b: string): boolean {
    const others = this.sensesOf(b);
    return this.sensesOf(a).some((sense) => others.includes(sense));
  }

  /** Co-hyponyms: single lower-case words under the direct hypernyms of the word's most likely noun sense. */
  siblingsOf(noun: string): readonly string[] {
    const sense = this.#senseOf(noun);
    const family = (sense?.hypernym ?? []).flatMap((parent) => this.#childrenOf.get(parent) ?? []);
    const words = family.filter((one) => one !== sense).flatMap(({ lemmas }) => lemmas);
    return [...new Set(words)].filter(
      (word) => /^[a-z]{3,}$/.test(word) && !sense?.lemmas.includes(word),
    );
  }

  #senseOf(noun: string): Synset | undefined {
    const senses = (this.#byLemma.get(noun) ?? []).filter(({ pos }) => pos === 'n');
    return (
      senses.find(({ definition }) => OF_COMPUTING.test(definition.join(' '))) ??
      senses.find(({ lemmas }) => lemmas[0] === noun) ??
      senses[0]
    );
  }
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
