import type { Filter } from './filter';

const MARKER = /^\W{0,20}(?:TODO|FIXME|XXX|HACK)\b(?:\s?[([][^\])]{0,60}[\])])?[\s:;.,!-]{0,20}/i;
/** With as many further words a note says what is to be done, and saying it twice is worth a report. */
const ENOUGH_WORDS = 4;

/** Notes without content. */
export const todoOnly: Filter = {
  name: 'todo-only',
  reason: 'A bare reminder says nothing about its place.',
  scope: 'passage',
  matches(passage) {
    const marker = MARKER.exec(passage.text)?.[0];
    if (marker === undefined) return false;
    const rest = passage.text.slice(marker.length, marker.length + 400);
    return (rest.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0) < ENOUGH_WORDS;
  },
};
