import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Lexicon,
  readLexicon,
  softwareOpposites,
  softwareSynonyms,
} from '../../../../models/training/lexicon/lexicon';
import { SOFTWARE_NOUNS } from '../../../../models/training/lexicon/softwareNouns';
import { OPPOSITES } from '../../../../models/training/lexicon/softwareOpposites';
import { SYNONYMS } from '../../../../models/training/lexicon/softwareTerms';

const SYNSETS = [
  { id: '1', pos: 'n', lemmas: ['animal'], definition: ['a living thing'] },
  {
    id: '2',
    pos: 'n',
    lemmas: ['dog', 'hound'],
    definition: ['it barks'],
    examples: ['a dog barked'],
    hypernym: ['1'],
  },
  { id: '3', pos: 'n', lemmas: ['wolf', 'Canis lupus'], definition: ['it howls'], hypernym: ['1'] },
  { id: '4', pos: 'a', lemmas: ['rapid', 'quick'], definition: ['of speed'] },
  { id: '5', pos: 'a', lemmas: ['slow'], definition: ['without speed'] },
  { id: '6', pos: 'v', lemmas: ['howl'], definition: ['cry'] },
];
const FILES: Readonly<Record<string, string>> = {
  'ppdb_synonyms.txt.gz':
    'dog hound\nquick rapid\nquick slow\nwolf howl\nwolf wolves\nrapid wolf\n',
  'ppdb-xl.txt.gz': 'quick rapid slow 1996/46\njanuary june\nwolf howl\n',
  'ppdb_antonyms.txt.gz': 'slow quick\n',
  'wordnet_antonyms.txt.gz': 'rapid slow\nrapid slowing\n',
  'oewn-synsets.jsonl.gz': SYNSETS.map((synset) => JSON.stringify(synset)).join('\n'),
};

let folder = '';
let lexicon: Lexicon;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'text-twin-lexicon-'));
  for (const [name, text] of Object.entries(FILES)) {
    await writeFile(path.join(folder, name), gzipSync(text));
  }
  lexicon = await readLexicon(folder);
});
afterAll(() => rm(folder, { recursive: true }));

describe('readLexicon', () => {
  it.each([
    ['attested by two sources', 'dog', ['hound']],
    ['and never an antonym', 'quick', ['rapid']],
    ['nor another part of speech or inflection', 'wolf', []],
    ['nor months', 'january', []],
  ])('keeps synonyms %s', (_, word, synonyms) => {
    expect(lexicon.synonymsOf(word)).toEqual(synonyms);
  });

  it('joins antonyms both ways, in the same inflection', () => {
    expect(lexicon.antonymsOf('slow')).toEqual(['quick', 'rapid']);
    expect(lexicon.antonymsOf('slowing')).toEqual([]);
  });

  it('finds single words under the same hypernym', () => {
    expect(lexicon.siblingsOf('dog')).toEqual(['wolf']);
    expect(lexicon.siblingsOf('unheard')).toEqual([]);
  });

  it('pairs words with glosses and examples', () => {
    const pairs = lexicon.glossPairs();
    expect(pairs).toContainEqual({ a: 'dog, hound', b: 'it barks' });
    expect(pairs).toContainEqual({ a: 'a dog barked', b: 'a hound barked' });
    expect(pairs).not.toContainEqual({ a: 'it barks', b: 'a living thing' });
  });

  it('labels pairs of words', () => {
    const pairs = lexicon.wordPairs();
    expect(pairs).toContainEqual({ a: 'dog', b: 'hound', isDuplicate: 1 });
    expect(pairs).toContainEqual({ a: 'rapid', b: 'slow', isDuplicate: 0 });
    expect(pairs).toContainEqual({ a: 'dog', b: 'wolf', isDuplicate: 0 });
  });

  it('names what is missing and is empty without it', async () => {
    const empty = await readLexicon(path.join(folder, 'none'));
    expect([...empty.missing].sort()).toEqual(Object.keys(FILES).sort());
    expect(empty.synonymsOf('dog')).toEqual([]);
    expect(lexicon.missing).toEqual([]);
  });
});

describe('the software tables', () => {
  it('are of the size that training counts on', () => {
    const size = (terms: typeof SYNONYMS) =>
      terms.verbs.length + terms.nouns.length + terms.others.length;
    expect(size(SYNONYMS)).toBeGreaterThanOrEqual(120);
    expect(size(OPPOSITES)).toBeGreaterThanOrEqual(150);
    expect(SOFTWARE_NOUNS.length).toBeGreaterThanOrEqual(250);
  });

  it('inflect', () => {
    expect(softwareSynonyms.joins('deletes', 'removes')).toBe(true);
    expect(softwareOpposites.joins('encoding', 'decoding')).toBe(true);
    expect(softwareOpposites.joins('rows', 'columns')).toBe(true);
    expect(softwareOpposites.joins('constructor', 'toString')).toBe(false);
  });

  it('never call two words both the same and opposite', () => {
    const both = [...softwareSynonyms.pairs()].filter(([a, b]) => softwareOpposites.joins(a, b));
    expect(both).toEqual([]);
  });
});
