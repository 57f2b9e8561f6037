import type { Position } from '../documents/lines';
import type { Finding, PlacedPassage, TwinKind } from '../twins/twin';
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
  readonly code: TwinKind;
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
    related: others.map(({ uri, start, end, text }) => ({
      uri,
      start,
      end,
      message: excerpt(text),
    })),
    data: { groupId, similarity },
  };
}

/** A place as people name it: `docs/api.md:12`. */
export function namePlace(passage: PlacedPassage, label: (uri: string) => string): string {
  return `${label(passage.uri)}:${passage.start.line + 1}`;
}

function messageFor(finding: Finding, label: (uri: string) => string): string {
  const { kind, similarity, best, otherCount } = finding;
  const place = namePlace(best, label);
  const claim =
    kind === 'duplicate'
      ? `Same text as ${place}`
      : `Says the same as ${place} (similarity ${showSimilarity(similarity)})`;
  return `${claim}${morePlaces(otherCount - 1)}.`;
}

function morePlaces(count: number): string {
  if (count <= 0) return '';
  return `, and ${count} more ${count === 1 ? 'place' : 'places'}`;
}
