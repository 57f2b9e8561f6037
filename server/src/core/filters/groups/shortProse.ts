import { countNormalWords } from '../../embeddings/words';
import type { GroupFilter, GroupMember } from './groupFilter';

/** A sentence of so many words has something to merge, or to link to. */
const ENOUGH_WORDS = 8;
/** An item of a list is read with the others of its list, and has to be there. */
const ENOUGH_IN_LISTS = 20;

/** Items of lists and a few words of documents. */
export const shortProse: GroupFilter = {
  name: 'short-prose',
  reason: 'An item of a list, or a few words of a page, have no shorter form to take their place.',
  from: 'balanced',
  keysOf: (member) => (isShort(member) ? ['prose'] : []),
};

function isShort({ kind, normal, site: { isItem } }: GroupMember): boolean {
  if (kind !== 'markdown' && kind !== 'text') return false;
  return countNormalWords(normal) < (isItem ? ENOUGH_IN_LISTS : ENOUGH_WORDS);
}
