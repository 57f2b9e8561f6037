import { expect, it } from 'vitest';
import { extractPassages } from '../../../server/src/core/passages/extract';
import type { PassageKind } from '../../../server/src/core/passages/passage';

/** `«` and `»` stand around each expected passage; they are not part of the source. */
const MARKED = /«([^»]*)»/g;

/** Where comments end is of interest also behind the rows of a table. */
const ROWS = new Set(['trailing-run', 'lead-in']);

/** Kind and text of each expected passage, in order. */
export type Expected = readonly (readonly [PassageKind, string])[];

/** Checks that exactly the marked slices are passages, with these kinds and texts, in LF and CRLF. */
export function checkPassages(
  name: string,
  languageId: string,
  marked: string,
  expected: Expected,
): void {
  it(name, () => {
    for (const version of [marked, marked.replaceAll('\n', '\r\n')]) {
      const slices = Array.from(version.matchAll(MARKED), (match) => match[1] ?? '');
      const source = version.replaceAll(/[«»]/g, '');
      const { passages } = extractPassages(source, languageId, { disabledFilters: ROWS });
      expect(passages.map(({ kind, text }) => [kind, text])).toEqual(expected);
      expect(passages.map(({ start, end }) => source.slice(start, end))).toEqual(slices);
    }
  });
}

/** Checks that a source has no passages at all. */
export function checkNone(languageId: string, sources: readonly string[]): void {
  it.each(sources)(`${languageId} has no passage in %j`, (source) => {
    const { passages, silenced } = extractPassages(source, languageId);
    expect([...passages, ...silenced]).toEqual([]);
  });
}
