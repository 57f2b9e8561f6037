import type { GroupFilter } from './groupFilter';
import { typeStem } from './typeStem';

/** What an accessor's name begins with; the noun follows. */
const PREFIX = /^(?:get|set|is|has|with|let|put|clear|unset|reset|update|delete)(?=_|\p{Lu})_?/u;
/** `_name`, `m_name`, `mName`, `name_`. */
const FIELD = /^(?:_+|m_|s_|k_)|_+$/g;

/** A getter with its setter, a field with its accessor, a builder's method with the property it sets. */
export const accessors: GroupFilter = {
  name: 'accessors',
  reason: 'A property and its accessors speak of the same thing.',
  keysOf({ uri, site: { member, container, path } }) {
    const noun = member === undefined ? '' : nounOf(member);
    if (noun === '') return [];
    const type = typeStem(container?.name ?? path.replace(/^.*\/|\..*$/g, ''));
    return [`${uri}\n${noun}`, `${type}\n${noun}`];
  },
  relates: (one, other) => one.site.member !== other.site.member,
};

/** What an accessor or a field is about, in one spelling. */
function nounOf(member: string): string {
  const bare = member.replace(FIELD, '');
  return bare.replace(PREFIX, '').replace(/_/g, '').toLowerCase();
}
