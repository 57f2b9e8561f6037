import type { PassageKind } from '../passages/passage';
import type { PlacedPassage } from '../twins/twin';
import type { StringReader, StringTable } from './strings';

/** Kind, start, end, text. */
export const PASSAGE = 6;

const KINDS: readonly PassageKind[] = ['comment', 'doc', 'markdown', 'text'];
const TEXT = 5;

/** A passage in numbers, but for its URI. */
export function recordPassage(
  { kind, start, end, text }: PlacedPassage,
  table: StringTable,
): number[] {
  const place = [start.line, start.character, end.line, end.character];
  return [KINDS.indexOf(kind), ...place, table.add(text)];
}

/** @throws RangeError unless a passage begins at `at`: to be found out while there is still a file to read instead. */
export function checkPassage(numbers: Int32Array, at: number, strings: StringReader): void {
  const isPassage = KINDS[numbers[at] ?? -1] !== undefined && strings.has(numbers[at + TEXT]);
  if (!isPassage) throw new RangeError(`There is no passage at ${at}.`);
}

/** @throws RangeError where `checkPassage` does. */
export function readPassage(
  numbers: Int32Array,
  at: number,
  uri: string,
  strings: StringReader,
): PlacedPassage {
  return {
    uri,
    kind: KINDS[numbers[at] as number] as PassageKind,
    start: { line: numbers[at + 1] as number, character: numbers[at + 2] as number },
    end: { line: numbers[at + 3] as number, character: numbers[at + 4] as number },
    text: strings.at(numbers[at + TEXT]),
  };
}
