import { Lines } from '../../server/src/core/documents/lines';
import { extractPassages } from '../../server/src/core/passages/extract';
import { COMMENT_STYLES, writeComment } from './commentStyles';
import { newlineOf, type Source, splitLines } from './sources';

/** A comment on lines of its own, right above code: what a plant can take the place of. */
export interface Spot {
  /** Zero-based, both inclusive. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly indent: string;
}

/** The comments of a source that stand alone on their lines with code right below; none in a language that we do not write. */
export function findSpots({ text, languageId, path }: Source): Spot[] {
  if (!COMMENT_STYLES.has(languageId)) return [];
  const lines = splitLines(text);
  const places = new Lines(text);
  return extractPassages(text, languageId, { path }).passages.flatMap((passage) => {
    if (passage.kind !== 'comment') return [];
    const { line: firstLine, character } = places.positionAt(passage.start);
    const end = places.positionAt(Math.max(passage.end, passage.commentEnd ?? 0));
    const lastLine = end.line;
    const indent = (lines[firstLine] ?? '').slice(0, character);
    const rest = (lines[lastLine] ?? '').slice(end.character);
    const isAlone = indent.trim() === '' && rest.trim() === '';
    const isAboveCode = (lines[lastLine + 1] ?? '').trim() !== '';
    return isAlone && isAboveCode ? [{ firstLine, lastLine, indent }] : [];
  });
}

/**
 * Writes texts as comments in place of those at spots of one source.
 *
 * @param plants in the order of their spots, which do not overlap
 * @returns the source, and the 1-based line where each text begins
 */
export function replaceAt(
  source: Source,
  plants: readonly { readonly spot: Spot; readonly text: string }[],
): { readonly source: Source; readonly startLines: readonly number[] } {
  const lines = splitLines(source.text);
  const written: string[] = [];
  const startLines: number[] = [];
  let next = 0;
  for (const { spot, text } of plants) {
    const comment = writeComment(text, source.languageId);
    if (!comment) throw new Error(`${source.languageId} has no comments that we write`);
    written.push(...lines.slice(next, spot.firstLine));
    startLines.push(written.length + 1);
    written.push(...comment.map((line) => spot.indent + line));
    next = spot.lastLine + 1;
  }
  written.push(...lines.slice(next));
  return { source: { ...source, text: written.join(newlineOf(source.text)) }, startLines };
}
