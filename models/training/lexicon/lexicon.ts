import { existsSync } from 'node:fs';
import path from 'node:path';
import { linesOf } from '../pairFiles';
import { type GenuinePair, glossPairs } from './glosses';
import { OPPOSITES } from './softwareOpposites';
import { SYNONYMS } from './softwareTerms';
import { TermIndex } from './termIndex';
import { type Synset, WordNet } from './wordNet';
import { readWordPairs, type WordPair } from './wordPairFiles';

/** A pair of words or texts with its label: Y = 1 the same, 0 different. */
export interface LabelledPair extends GenuinePair {
  readonly isDuplicate: 0 | 1;
}

/** Programming prose first: these tables hold also where no word files are at hand. */
export const softwareSynonyms = new TermIndex(SYNONYMS);
export const softwareOpposites = new TermIndex(OPPOSITES);

/** Siblings of one word in `wordPairs`: enough to learn from, few enough not to drown the rest. */
const SIBLINGS_OF_A_WORD = 3;

/** Words of like and of opposite meaning. All words in lower case; an unknown word has none. */
export interface Lexicon {
  /** Names of the files that were not found; the lexicon is without them. */
  readonly missing: readonly string[];
  /** Words of the same meaning, part of speech and inflection. */
  synonymsOf(word: string): readonly string[];
  antonymsOf(word: string): readonly string[];
  /** Other kinds of what `word` (singular) is a kind of. */
  siblingsOf(word: string): readonly string[];
  /** Letters n, v, a, r: the parts of speech that `word` may be; empty when unknown. */
  rolesOf(word: string): string;
  /** How many meanings a dictionary lists for `word`, 0 for an unknown one: a synonym fits but some of them. */
  countSenses(word: string): number;
  glossPairs(): readonly GenuinePair[];
  wordPairs(): readonly LabelledPair[];
}

/**
 * Reads the word lists and WordNet of `folder`; what is missing is named in `missing`, not an error.
 *
 * Synonyms are attested by two of three: the PPDB lists of two kinds and WordNet. One alone is too noisy.
 *
 * @throws Error when a file is there but not readable.
 */
export async function readLexicon(folder: string): Promise<Lexicon> {
  const missing: string[] = [];
  const read = (name: string) => readWordPairs(folder, name, missing);
  const net = new WordNet(await readSynsets(folder, missing));
  const listed = await read('ppdb_synonyms.txt.gz');
  const paraphrased = await read('ppdb-xl.txt.gz');
  const opposite = [
    ...(await read('ppdb_antonyms.txt.gz')),
    ...(await read('wordnet_antonyms.txt.gz')),
  ];
  const antonyms = neighbourhood(opposite);
  const synonyms = neighbourhood(
    attested(listed, paraphrased, net).filter(([a, b]) => {
      const areOpposite = antonyms.get(a)?.has(b) || softwareOpposites.joins(a, b);
      return !areOpposite && shareRole(net, a, b);
    }),
  );
  return new ReadLexicon(missing, net, synonyms, antonyms);
}

class ReadLexicon implements Lexicon {
  readonly #siblings = new Map<string, readonly string[]>();
  readonly #roles = new Map<string, string>();

  constructor(
    readonly missing: readonly string[],
    readonly net: WordNet,
    readonly synonyms: ReadonlyMap<string, ReadonlySet<string>>,
    readonly antonyms: ReadonlyMap<string, ReadonlySet<string>>,
  ) {}

  synonymsOf(word: string): readonly string[] {
    return [...(this.synonyms.get(word) ?? [])];
  }

  antonymsOf(word: string): readonly string[] {
    return [...(this.antonyms.get(word) ?? [])];
  }

  siblingsOf(word: string): readonly string[] {
    return remembered(this.#siblings, word, () =>
      this.net.siblingsOf(word).filter((sibling) => !this.synonyms.get(word)?.has(sibling)),
    );
  }

  rolesOf(word: string): string {
    return remembered(this.#roles, word, () => this.net.rolesOf(word));
  }

  countSenses(word: string): number {
    return this.net.sensesOf(word).length;
  }

  glossPairs(): readonly GenuinePair[] {
    return [...glossPairs(this.net.synsets)];
  }

  wordPairs(): readonly LabelledPair[] {
    const pairs: LabelledPair[] = [];
    const add = (found: Iterable<WordPair>, isDuplicate: 0 | 1) => {
      for (const [a, b] of found) pairs.push({ a, b, isDuplicate });
    };
    add(softwareSynonyms.pairs(), 1);
    add(eachOnce(this.synonyms), 1);
    add(softwareOpposites.pairs(), 0);
    add(eachOnce(this.antonyms), 0);
    for (const word of new Set([...this.synonyms.keys(), ...this.antonyms.keys()])) {
      const siblings = this.siblingsOf(word);
      const stride = Math.ceil(siblings.length / SIBLINGS_OF_A_WORD);
      add(
        siblings.filter((_, i) => i % stride === 0).map((sibling) => [word, sibling] as const),
        0,
      );
    }
    return pairs;
  }
}

async function readSynsets(folder: string, missing: string[]): Promise<Synset[]> {
  const name = 'oewn-synsets.jsonl.gz';
  const file = path.join(folder, name);
  if (!existsSync(file)) {
    missing.push(name);
    return [];
  }
  const synsets: Synset[] = [];
  for await (const line of linesOf(file)) {
    if (line.trim() !== '') synsets.push(JSON.parse(line) as Synset);
  }
  return synsets;
}

function attested(
  listed: readonly WordPair[],
  paraphrased: readonly WordPair[],
  net: WordNet,
): WordPair[] {
  const others = neighbourhood(paraphrased);
  return [
    ...listed.filter(([a, b]) => others.get(a)?.has(b) || net.areSynonyms(a, b)),
    ...paraphrased.filter(([a, b]) => net.areSynonyms(a, b)),
  ];
}

/** Without WordNet nothing is known of parts of speech, and all pairs pass. */
function shareRole(net: WordNet, a: string, b: string): boolean {
  if (net.synsets.length === 0) return true;
  const roles = net.rolesOf(b);
  return [...net.rolesOf(a)].some((role) => roles.includes(role));
}

function neighbourhood(pairs: readonly WordPair[]): Map<string, Set<string>> {
  const others = new Map<string, Set<string>>();
  const link = (a: string, b: string) => {
    const known = others.get(a);
    if (known) known.add(b);
    else others.set(a, new Set([b]));
  };
  for (const [a, b] of pairs) {
    link(a, b);
    link(b, a);
  }
  return others;
}

function* eachOnce(others: ReadonlyMap<string, ReadonlySet<string>>): Generator<WordPair> {
  for (const [a, words] of others) for (const b of words) if (a < b) yield [a, b];
}

function remembered<V>(memory: Map<string, V>, key: string, find: () => V): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const value = find();
  memory.set(key, value);
  return value;
}
