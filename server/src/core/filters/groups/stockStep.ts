import { countNormalWords } from '../../embeddings/words';
import type { GroupFilter } from './groupFilter';

/** A step of at most so many words says what the next line does, and no shorter way to say it is left. */
const MOST_WORDS = 7;

/** Short comments above different code. */
export const stockStep: GroupFilter = {
  name: 'stock-step',
  reason: 'A few words above other code name another step.',
  differs: true,
  keysOf({ kind, normal, site: { next, member } }) {
    return kind === 'comment' &&
      member === undefined &&
      next !== undefined &&
      countNormalWords(normal) <= MOST_WORDS
      ? ['step']
      : [];
  },
  relates: (one, other) => one.site.next !== other.site.next,
};
