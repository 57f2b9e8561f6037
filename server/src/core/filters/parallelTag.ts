import { countProseWords } from '../embeddings/words';
import type { PassageRole } from '../passages/passage';
import type { Filter } from './filter';

/** Tags that say the same wherever the same parameter, result or exception occurs. */
const PARALLEL: ReadonlySet<PassageRole> = new Set(['param', 'return', 'throws']);
/**
 * From so many words on, a tag tells more than what its parameter is, and a copy of it is worth a report.
 * RepliComment (Blasi and Gorla 2018) found repeated parameter and exception texts within a class to be
 * legitimate: its methods share what they take and how they fail. Those texts are a phrase, not a paragraph.
 */
const ENOUGH_WORDS = 20;

/** Short texts of parameters, results and exceptions. */
export const parallelTag: Filter = {
  name: 'parallel-tag',
  reason: 'Methods that share a parameter, a result or an exception say the same of it.',
  scope: 'passage',
  matches({ role, text, described, tags }) {
    // A doc block without a role and a description is nothing but tags too short to be passages.
    if (role === undefined) return !described && tags.length > 0;
    return PARALLEL.has(role) && countProseWords(text) < ENOUGH_WORDS;
  },
};
