import type { Filter } from './filter';

/** Banners, rules, empty comments, numbers: nothing that says anything. */
export const separator: Filter = {
  name: 'separator',
  reason: 'A line that only divides the file says nothing that could be repeated.',
  scope: 'passage',
  matches: (passage) => !/\p{L}/u.test(passage.text),
};
