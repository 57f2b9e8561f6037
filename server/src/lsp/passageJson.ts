import { compareGroups, compareMembers } from '../core/reports/order';
import { reportGroup, reportPassage } from '../core/reports/report';
import type { SimilarPassage, TwinGroup, TwinMember } from '../core/twins/twin';
import type { GroupJson, PassageJson, SimilarPassageJson } from '../protocol';

type Label = (uri: string) => string;

/** Groups as the protocol sends them, in the order of the command line's reports. */
export function groupsJson(groups: readonly TwinGroup[], label: Label): readonly GroupJson[] {
  return groups.map((group) => groupJson(group, label)).sort(compareGroups);
}

/** A passage near a text, as the protocol sends it. */
export function similarJson(passage: SimilarPassage, label: Label): SimilarPassageJson {
  const { energy, differsIn } = passage;
  return {
    ...passageJson(passage, label),
    energy,
    ...(differsIn !== undefined && { differsIn }),
  };
}

function groupJson(group: TwinGroup, label: Label): GroupJson {
  const members = group.members.map((member) => passageJson(member, label)).sort(compareMembers);
  return { ...reportGroup(group, label), members };
}

function passageJson(passage: TwinMember, label: Label): PassageJson {
  const { uri, start, end } = passage;
  return { ...reportPassage(passage, label), uri, range: { start, end } };
}
