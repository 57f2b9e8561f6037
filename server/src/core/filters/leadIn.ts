import type { Filter } from './filter';

/** Code, a list, a table or a directive: what a lead-in leads to. */
const BLOCK = /^(?:```|~~~|[ \t]{2,}\S|[-*+] |\d+[.)] |\.\. |\[source|----|\|)/;
const LONGEST = 200;

/** The line that leads to a block of code or a list: `Run it as follows:`. */
export const leadIn: Filter = {
  name: 'lead-in',
  reason: 'It leads to a block of code or a list, which is what is said.',
  scope: 'passage',
  matches({ kind, end, text }, { source }) {
    if ((kind !== 'markdown' && kind !== 'text') || text.length > LONGEST) return false;
    if (!/:$/.test(text.trimEnd())) return false;
    const below = source
      .slice(end, end + LONGEST)
      .replace(/^[:+\s]*?(?:\r?\n)+(?:\s*\+?\r?\n)*/, '');
    return BLOCK.test(below);
  },
};
