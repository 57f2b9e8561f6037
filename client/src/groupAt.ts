import type { GroupJson, PassageJson, TextRange } from '../../server/src/protocol';

/** A group and the member of it that one stands at. */
export interface GroupAt {
  readonly group: GroupJson;
  readonly member: PassageJson;
}

/** The group that has a member at a place, with that member. */
export function groupAt(
  groups: readonly GroupJson[],
  uri: string,
  position: TextRange['start'],
): GroupAt | undefined {
  for (const group of groups) {
    const member = group.members.find((one) => one.uri === uri && contains(one.range, position));
    if (member) return { group, member };
  }
  return undefined;
}

/** The member after one, round to the first. */
export function nextMember({ group, member }: GroupAt): PassageJson {
  const { members } = group;
  return members[(members.indexOf(member) + 1) % members.length] ?? member;
}

function contains({ start, end }: TextRange, { line, character }: TextRange['start']): boolean {
  const isAfterStart = line > start.line || (line === start.line && character >= start.character);
  const isBeforeEnd = line < end.line || (line === end.line && character <= end.character);
  return isAfterStart && isBeforeEnd;
}
