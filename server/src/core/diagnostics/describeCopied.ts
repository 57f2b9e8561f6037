import type { Finding } from '../twins/twin';
import { describePlaceOf, type FindingDescription, namePlace } from './describeFinding';

/** What is claimed of a copied comment, everywhere in the same words; names as they are in the source. */
export function copiedClaim(about: string, subject: string): string {
  return `This comment seems to be about "${about}", not "${subject}"`;
}

/** Words for a comment that was copied and never adapted; undefined for other findings. */
export function describeCopied(
  { passage, groupId, copied }: Finding,
  label: (uri: string) => string,
): FindingDescription | undefined {
  if (!copied) return undefined;
  const { about, subject, original } = copied;
  return {
    start: passage.start,
    end: passage.end,
    code: 'copied-comment',
    message: `${copiedClaim(about, subject)}: it says the same as ${namePlace(original, label)}.`,
    related: [describePlaceOf(original)],
    data: { groupId, similarity: 1 },
  };
}
