import type { PassageKind } from '../passages/passage';
import type { PlacedDocument } from '../twins/placeDocument';
import type { Policy } from '../twins/policy';
import type { PlacedPassage } from '../twins/twin';
import { RestoredText, siteTextsOf } from './restoredText';
import type { StringReader, StringTable } from './strings';

/** A placed document in numbers: passages one after the other, texts by their places in a table. */
export interface DocumentRecord {
  readonly placed: readonly number[];
  readonly silenced: readonly number[];
}

const KINDS: readonly PassageKind[] = ['comment', 'doc', 'markdown', 'text'];
/** Kind, start, end, text. */
const PASSAGE = 6;
/** A passage, its normalised text, subject, site and the type that it stands in; 0 for none. */
const PLACED = PASSAGE + 4;
/** A passage and what silenced it. */
const SILENCED = PASSAGE + 1;

/** How many passages are placed. */
export function countPlaced({ placed }: DocumentRecord): number {
  return placed.length / PLACED;
}

/** @param table takes the texts. */
export function recordDocument(
  { placed, silenced }: PlacedDocument,
  table: StringTable,
): DocumentRecord {
  return {
    placed: placed.flatMap((item) => {
      const { passage, normal, subject } = item;
      const isRestored = item instanceof RestoredText;
      const [site, container] = isRestored ? item.siteTexts : siteTextsOf(item.site);
      return [
        ...recordPassage(passage, table),
        table.add(normal),
        subject === undefined ? 0 : 1 + table.add(subject),
        table.add(site),
        container === undefined ? 0 : 1 + table.add(container),
      ];
    }),
    silenced: silenced.flatMap(({ passage, silencedBy }) => [
      ...recordPassage(passage, table),
      table.add(silencedBy),
    ]),
  };
}

/**
 * The document of a record.
 *
 * @param path as filters know it.
 * @throws Error for a record that `recordDocument` does not make.
 */
export function readDocument(
  { placed, silenced }: DocumentRecord,
  strings: StringReader,
  { uri, path, policy }: { readonly uri: string; readonly path: string; readonly policy: Policy },
): PlacedDocument {
  return {
    placed: everyNth(placed, PLACED).map((at) => {
      const subject = placed[at + PASSAGE + 1] as number;
      const known = {
        passage: readPassage(placed, at, uri, strings),
        normal: strings.at(placed[at + PASSAGE]),
        policy,
        ...(subject > 0 && { subject: strings.at(subject - 1) }),
      };
      const site = placed[at + PASSAGE + 2] as number;
      // That it is there is found out now, when there is still a file to read instead.
      strings.at(site);
      const container = (placed[at + PASSAGE + 3] as number) - 1;
      if (container >= 0) strings.at(container);
      return new RestoredText(known, strings, path, site, container);
    }),
    silenced: everyNth(silenced, SILENCED).map((at) => ({
      passage: readPassage(silenced, at, uri, strings),
      silencedBy: strings.at(silenced[at + PASSAGE]),
    })),
  };
}

function recordPassage({ kind, start, end, text }: PlacedPassage, table: StringTable): number[] {
  const place = [start.line, start.character, end.line, end.character];
  return [KINDS.indexOf(kind), ...place, table.add(text)];
}

function readPassage(
  numbers: readonly number[],
  at: number,
  uri: string,
  strings: StringReader,
): PlacedPassage {
  const kind = KINDS[numbers[at] as number];
  if (kind === undefined) throw new RangeError('There is no such kind of passage.');
  return {
    uri,
    kind,
    start: { line: numbers[at + 1] as number, character: numbers[at + 2] as number },
    end: { line: numbers[at + 3] as number, character: numbers[at + 4] as number },
    text: strings.at(numbers[at + 5]),
  };
}

function everyNth(numbers: readonly number[], width: number): number[] {
  return Array.from({ length: numbers.length / width }, (_, i) => i * width);
}
