import { describe, expect, it } from 'vitest';
import { disabledFilters } from '../../../server/src/core/filters/allFilters';
import { boilerplate } from '../../../server/src/core/filters/groups/boilerplate';
import { filterGroup } from '../../../server/src/core/filters/groups/filterGroup';
import { GROUP_FILTERS } from '../../../server/src/core/filters/groups/groupFilters';
import { findParallelPages } from '../../../server/src/core/filters/groups/parallelPages';
import { languageOf } from '../../../server/src/core/passages/languages';
import { finish } from '../../../server/src/core/timeSlice';
import { placeDocument } from '../../../server/src/core/twins/placed/placeDocument';
import { memberOf } from '../../../server/src/core/twins/placed/placedText';
import { allPassages } from '../../support/bagOfWordsFinder';

/** Files by path whose passages, all of them, are one group. */
export type Files = Readonly<Record<string, string>>;

/** How many passages are kept of the group that all passages of the files make, and which filters took the others. */
export function filterFiles(
  files: Files,
  disabled: Iterable<string> = disabledFilters('balanced'),
) {
  const placed = Object.entries(files).flatMap(([path, text]) => {
    const languageId = languageOf(path) ?? 'plaintext';
    return placeDocument({ uri: path, path, languageId, text, policy: allPassages }).placed;
  });
  const members = placed.map((item) => memberOf(item));
  const pages = findParallelPages([members]);
  const off = new Set(disabled);
  const filtered = finish(
    filterGroup(
      placed.map((item) => memberOf(item, { pages, copies: new Map() })),
      new Set(),
      () => off,
    ),
  );
  return {
    found: placed.length,
    kept: filtered.kept.length,
    note: filtered.note,
    silencedBy: [...new Set(filtered.silenced.map(({ silencedBy }) => silencedBy))],
  };
}

/** Checks that a filter alone silences each of `hits` whole, nothing once it is off, and nothing of `misses`. */
export function checkGroupFilter(
  name: string,
  hits: readonly (readonly [what: string, files: Files])[],
  misses: readonly (readonly [what: string, files: Files])[],
): void {
  const others = [...GROUP_FILTERS, boilerplate]
    .map((filter) => filter.name)
    .filter((other) => other !== name);
  describe(name, () => {
    it.each(hits)('silences %s', (_, files) => {
      expect(filterFiles(files, others)).toMatchObject({ kept: 0, silencedBy: [name] });
      expect(filterFiles(files).found).toBeGreaterThan(1);
      expect(filterFiles(files, [...others, name]).silencedBy).not.toContain(name);
    });
    it.each(misses)('keeps %s', (_, files) => {
      const { found, kept, silencedBy } = filterFiles(files, others);
      expect({ kept, silencedBy }).toEqual({ kept: found, silencedBy: [] });
      expect(found).toBeGreaterThan(1);
    });
  });
}
