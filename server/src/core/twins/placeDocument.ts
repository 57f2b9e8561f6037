import { Lines } from '../documents/lines';
import { countProseWords, normalise } from '../embeddings/words';
import { extractPassages } from '../passages/extract';
import { subjectOf } from '../passages/subject';
import type { DocumentInput } from './finder';
import type { PlacedText } from './placedText';

/** The passages of a document that its policy allows to be reported, in source order. */
export function placeDocument({ uri, languageId, text, policy }: DocumentInput): PlacedText[] {
  const lines = new Lines(text);
  return extractPassages(text, languageId)
    .passages.filter(({ kind }) => policy.kinds.has(kind))
    .filter(({ text: prose }) => countProseWords(prose) >= policy.minWords)
    .map((passage) => {
      const { kind, start, end, text: prose } = passage;
      const subject = subjectOf(text, passage, languageId);
      return {
        passage: {
          uri,
          kind,
          start: lines.positionAt(start),
          end: lines.positionAt(end),
          text: prose,
        },
        normal: normalise(prose),
        policy,
        ...(subject !== undefined && { subject }),
      };
    });
}
