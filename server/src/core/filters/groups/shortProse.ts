import { countNormalWords } from '../../embeddings/words';
import type { GroupFilter } from './groupFilter';

/** A sentence of so many words has something to merge, or to link to. */
const ENOUGH_WORDS = 12;

/** Sentences and list items of documents. */
export const shortProse: GroupFilter = {
  name: 'short-prose',
  reason:
    'A sentence or a list item of a page has no shorter form that a link could take the place of.',
  from: 'balanced',
  keysOf: ({ kind, normal }) =>
    (kind === 'markdown' || kind === 'text') && countNormalWords(normal) < ENOUGH_WORDS
      ? ['prose']
      : [],
};
