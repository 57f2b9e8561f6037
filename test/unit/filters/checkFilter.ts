import { describe, expect, it } from 'vitest';
import { extractPassages } from '../../../server/src/core/passages/extract';

/** A source with a single passage: TypeScript, or `language` in front of it. */
export type Source = string | readonly [language: string, source: string];

const parts = (source: Source) =>
  typeof source === 'string' ? (['typescript', source] as const) : source;

/** Checks that the filter silences each of `hits` whole and nothing of `misses`. */
export function checkFilter(
  name: string,
  hits: readonly Source[],
  misses: readonly Source[],
): void {
  describe(name, () => {
    it.each(hits.map(parts))('silences (%s) %j', (language, source) => {
      const { passages, silenced } = extractPassages(source, language);
      expect(passages).toEqual([]);
      expect(new Set(silenced.map(({ silencedBy }) => silencedBy))).toEqual(new Set([name]));
    });
    it.each(misses.map(parts))('keeps (%s) %j', (language, source) => {
      const { passages, silenced } = extractPassages(source, language);
      expect(silenced).toEqual([]);
      expect(passages.length).toBe(1);
    });
  });
}
