import type { Position } from '../documents/lines';
import type { Finding, PlacedPassage } from '../twins/twin';
import type { FindingCode } from './codes';
import { excerpt } from './excerpt';
import { showSimilarity } from './similarityText';

/** Another member of a finding's group, as related information. */
export interface RelatedPlace {
  readonly uri: string;
  readonly start: Position;
  readonly end: Position;
  readonly message: string;
}

/** What an editor shows for one finding, free of any editor's types. */
export interface FindingDescription {
  readonly start: Position;
  readonly end: Position;
  readonly code: FindingCode;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  /** What a code action needs to know again. */
  readonly data: { readonly groupId: string; readonly similarity: number };
}

/** Words for a finding. `label` names a document for people, such as its path in the workspace. */
export function describeFinding(
  finding: Finding,
  label: (uri: string) => string,
): FindingDescription {
  const { passage, kind, similarity, others, groupId } = finding;
  return {
    start: passage.start,
    end: passage.end,
    code: kind,
    message: messageFor(finding, label),
    related: others.map(describePlaceOf),
    data: { groupId, similarity },
  };
}

/** Another passage as related information: its place and how it begins. */
export function describePlaceOf({ uri, start, end, text }: PlacedPassage): RelatedPlace {
  return { uri, start, end, message: excerpt(text) };
}

/** A place as people name it: `docs/api.md:12`. */
export function namePlace(passage: PlacedPassage, label: (uri: string) => string): string {
  return `${label(passage.uri)}:${passage.start.line + 1}`;
}

function messageFor(finding: Finding, label: (uri: string) => string): string {
  const { kind, similarity, best, otherCount, further = 0 } = finding;
  const place = namePlace(best, label);
  const claim =
    kind === 'duplicate'
      ? `Same text as ${place}`
      : `Says the same as ${place} (similarity ${showSimilarity(similarity)})`;
  return `${claim}${morePlaces(otherCount - 1)}.${moreInCommon(further)}`;
}

function moreInCommon(count: number): string {
  if (count <= 0) return '';
  const texts = count === 1 ? 'another text' : `${count} more texts`;
  return ` These files are copies as wholes: they have ${texts} in common.`;
}

function morePlaces(count: number): string {
  if (count <= 0) return '';
  return `, and ${count} more ${count === 1 ? 'place' : 'places'}`;
}
