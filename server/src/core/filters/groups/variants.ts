import { wordsOf } from '../../embeddings/words';
import type { GroupFilter, GroupMember } from './groupFilter';

/** With one of these more, a member does the opposite, or another thing, and the same words are a slip. */
const NEGATIONS = new Set('not no non un doesnt dont isnt without never except or'.split(' '));
/** The last words of names by which their variants are found. */
const MOST_KEYS = 6;

/** Members of one file of which one is named after the other: `send`, `sendLater`. */
export const variants: GroupFilter = {
  name: 'variants',
  reason: 'A variant of a member says what the member says, and each is looked up alone.',
  keysOf({ uri, kind, site: { member, isType } }) {
    if (kind !== 'doc' || member === undefined || isType) return [];
    return wordsOf(member)
      .slice(0, MOST_KEYS)
      .map((word) => `${uri}\n${word}`);
  },
  relates(one, other) {
    const [a, b] = [namesOf(one), namesOf(other)];
    const [short, long, speaker] = a.length < b.length ? [a, b, other] : [b, a, one];
    const at = long.findIndex((_, from) => short.every((word, i) => word === long[from + i]));
    if (short.length === 0 || short.length === long.length || at < 0) return false;
    const more = [...long.slice(0, at), ...long.slice(at + short.length)];
    if (more.some((word) => NEGATIONS.has(word))) return false;
    // Words that differ must be those of the variant.
    const said = speaker.normal.split(' ');
    return one.normal === other.normal || more.some((word) => said.includes(word));
  },
};

function namesOf({ site: { member = '' } }: GroupMember): readonly string[] {
  return wordsOf(member);
}
