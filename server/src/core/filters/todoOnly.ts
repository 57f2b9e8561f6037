import type { Filter } from './filter';

const MARKER = /^\W{0,20}(?:TODO|FIXME|XXX|HACK)\b(?:\s?[([][^\])]{0,60}[\])])?[\s:;.,!-]{0,20}/i;
/** With as many further words a note says what is to be done, and saying it twice is worth a report. */
const ENOUGH_WORDS = 4;
/** `TODO: remove in v2.0`: what a search for the version finds when its time has come, and every place needs its own. */
const DATED =
  /^(?:(?:hard|soft)[- ])?(?:deprecate|remove|drop|delete)\b[^.\n]{0,40}\bv?\d+\.\d+\S{0,8}$/i;

/** Notes without content. */
export const todoOnly: Filter = {
  name: 'todo-only',
  reason: 'A bare reminder says nothing about its place.',
  scope: 'passage',
  matches(passage) {
    const marker = MARKER.exec(passage.text)?.[0];
    if (marker === undefined) return false;
    const rest = passage.text.slice(marker.length, marker.length + 400);
    if (DATED.test(rest.trim())) return true;
    return (rest.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0) < ENOUGH_WORDS;
  },
};
