import { LazyDocument, type PlacedDocument } from '../twins/placed/placeDocument';
import type { Silence } from '../twins/twin';
import { checkPassage, PASSAGE, readPassage, recordPassage } from './passageRecord';
import {
  checkPlaced,
  PLACED,
  type RecordedPlace,
  RestoredText,
  recordPlaced,
} from './restoredText';
import type { StringReader, StringTable } from './strings';

/**
 * A placed document among numbers: how many passages are placed in it and how many silenced, then the ones and the others;
 * texts by their places in a table.
 */
export interface DocumentRecord {
  readonly numbers: Int32Array;
  /** Where it begins. */
  readonly at: number;
}

/** Both counts. */
const HEAD = 2;
/** A passage and what silenced it. */
const SILENCED = PASSAGE + 1;

/** How many passages are placed. */
export function countPlaced({ numbers, at }: DocumentRecord): number {
  return numbers[at] ?? 0;
}

/** Where the record ends. @throws RangeError where the numbers end before it. */
export function endOf({ numbers, at }: DocumentRecord): number {
  const [placed = -1, silenced = -1] = [numbers[at], numbers[at + 1]];
  const end = at + HEAD + placed * PLACED + silenced * SILENCED;
  if (placed < 0 || silenced < 0 || end > numbers.length) {
    throw new RangeError(`There is no document at ${at}.`);
  }
  return end;
}

/** @param table takes the texts. */
export function recordDocument(
  { placed, silenced }: PlacedDocument,
  table: StringTable,
): readonly number[] {
  return [
    placed.length,
    silenced.length,
    ...placed.flatMap((item) => recordPlaced(item, table)),
    ...silenced.flatMap(({ passage, silencedBy }) => [
      ...recordPassage(passage, table),
      table.add(silencedBy),
    ]),
  ];
}

/**
 * The document of a record. What was silenced in it is made each time that somebody asks, which hardly anybody does.
 *
 * @param first what its first placed passage is `kept` as.
 * @throws RangeError for a record that `recordDocument` does not make.
 */
export function readDocument(
  record: DocumentRecord,
  strings: StringReader,
  place: RecordedPlace,
  first: number,
): PlacedDocument {
  const { numbers, at } = record;
  const end = endOf(record);
  const placed: RestoredText[] = [];
  const silencedAt = at + HEAD + countPlaced(record) * PLACED;
  for (let next = at + HEAD; next < silencedAt; next += PLACED) {
    checkPlaced(numbers, next, strings);
    placed.push(new RestoredText(numbers, next, strings, place, first + placed.length));
  }
  for (let next = silencedAt; next < end; next += SILENCED) checkSilenced(numbers, next, strings);
  const list = (): Silence[] => {
    const silenced: Silence[] = [];
    for (let next = silencedAt; next < end; next += SILENCED) {
      const passage = readPassage(numbers, next, place.uri, strings);
      silenced.push({ passage, silencedBy: strings.at(numbers[next + PASSAGE]) });
    }
    return silenced;
  };
  return new LazyDocument(placed, { list });
}

function checkSilenced(numbers: Int32Array, at: number, strings: StringReader): void {
  checkPassage(numbers, at, strings);
  if (!strings.has(numbers[at + PASSAGE])) throw new RangeError('Nothing silenced it.');
}
