import { fileNameOf } from '../../paths';
import { isOne } from '../traits';
import type { NoteRule } from './noteRule';

/** `v1/`, `legacy/`: folders for what was, beside what is. */
const PAST = /(?:^|\/)(?:v\d+(?:\.\d+|(?:alpha|beta|rc)\d*)?|legacy|deprecated|compat|old)(?=\/)/gi;
/** `legacy/`, `_legacy_reader/`: a folder for what is kept beside its successor, whatever its files are called. */
const LEGACY = /(?:^|\/)_*legacy(?:[-_]\w{1,40})?\//i;

export const pastVersion: NoteRule = {
  name: 'past-version',
  reason: 'One place belongs to another version of the file, which is kept as it was.',
  from: 'balanced',
  holds({ members }) {
    if (!isOne(members, ({ site: { path } }) => LEGACY.test(path))) return true;
    return (
      isOne(members, ({ site: { path } }) => fileNameOf(path).replace(/^_+/, '')) &&
      !isOne(members, ({ site: { path } }) => pastOf(path))
    );
  },
};

function pastOf(path: string): string {
  return (path.toLowerCase().match(PAST) ?? []).join();
}
