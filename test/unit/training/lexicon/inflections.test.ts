import { describe, expect, it } from 'vitest';
import { fitArticle } from '../../../../models/training/lexicon/articles';
import {
  endingOf,
  pluralOf,
  possibleLemmas,
  verbForms,
} from '../../../../models/training/lexicon/inflections';

describe('verbForms', () => {
  it.each([
    ['remove', 'removes removed removed removing'],
    ['get', 'gets got got getting'],
    ['stop', 'stops stopped stopped stopping'],
    ['write', 'writes wrote written writing'],
    ['copy', 'copies copied copied copying'],
    ['push', 'pushes pushed pushed pushing'],
    ['commit', 'commits committed committed committing'],
    ['show', 'shows showed showed showing'],
    ['open', 'opens opened opened opening'],
  ])('inflects %s', (verb, forms) => {
    expect(verbForms(verb)).toEqual([verb, ...forms.split(' ')]);
  });

  it('inflects the first word of a phrase', () => {
    expect(verbForms('set up')).toEqual(['set up', 'sets up', 'set up', 'set up', 'setting up']);
  });
});

it.each([
  ['directory', 'directories'],
  ['class', 'classes'],
  ['vertex', 'vertices'],
  ['macro', 'macros'],
  ['base class', 'base classes'],
  ['key', 'keys'],
])('puts %s into the plural', (noun, plural) => expect(pluralOf(noun)).toBe(plural));

it.each([
  ['files', 's'],
  ['status', ''],
  ['class', ''],
  ['removed', 'ed'],
  ['need', ''],
  ['removing', 'ing'],
  ['string', ''],
])('tells the ending of %s', (word, ending) => expect(endingOf(word)).toBe(ending));

it.each([
  ['copies', 'copy'],
  ['stopped', 'stop'],
  ['writing', 'write'],
])('finds the lemma of %s', (word, lemma) => expect(possibleLemmas(word)).toContain(lemma));

it.each([
  ['a', 'object', 'an'],
  ['An', 'user', 'A'],
  ['an', 'unsigned', 'an'],
  ['a', 'hour', 'an'],
  ['the', 'object', 'the'],
])('fits %s before %s', (article, next, fitted) => expect(fitArticle(article, next)).toBe(fitted));
