import { countNormalWords } from '../../embeddings/words';
import type { GroupFilter } from './groupFilter';

/** A comment of so many words explains. */
const ENOUGH_WORDS = 20;

/** Short comments above different code. */
export const remark: GroupFilter = {
  name: 'remark',
  reason: 'A sentence above other code is said again, not copied.',
  from: 'strict',
  differs: true,
  keysOf: ({ kind, normal }) =>
    kind === 'comment' && countNormalWords(normal) < ENOUGH_WORDS ? ['remark'] : [],
  relates: ({ site: one }, { site: other }) => one.next === undefined || one.next !== other.next,
};
