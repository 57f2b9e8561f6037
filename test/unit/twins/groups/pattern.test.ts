import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_FILTERS, disabledFilters } from '../../../../server/src/core/filters/allFilters';
import type { TwinFinder } from '../../../../server/src/core/twins/finder';
import { allPassages, settledFinder } from '../../../support/bagOfWordsFinder';
import { replayEdits } from '../../../support/replayEdits';
import { commented, type Files, MemoryStore, scan, shown } from '../../snapshot/support';

/** Each has a word more. Two that follow each other are near, others are not, and the longer the nearer. */
const WORDS = 'stone river cloud maple ember frost lantern kettle pebble meadow anchor'.split(' ');
const CHAIN = [8, 9, 10, 11].map((count) => WORDS.slice(0, count).join(' '));
const [FIRST, SECOND, THIRD, FOURTH] = CHAIN as [string, string, string, string];

const names = ALL_FILTERS.map(({ name }) => name);
/** The pattern filter and no other. */
const policy = {
  ...allPassages,
  disabledFilters: new Set(names.filter((name) => name !== 'pattern')),
};
const file = (...texts: readonly string[]) => texts.map((text) => `// ${text}\nx;\n`).join('');
const groupsOf = (finder: TwinFinder) =>
  finder.groups().map(({ members }) => members.map(({ uri }) => uri).join(' '));
const silencedIn = (finder: TwinFinder) =>
  finder.silenced().map(({ passage, silencedBy }) => `${passage.uri} ${silencedBy}`);

const CASES: Readonly<
  Record<string, readonly [Readonly<Record<string, string>>, groups: string[], silenced: string[]]>
> = {
  'two texts are twins': [{ a: file(FIRST), b: file(SECOND) }, ['a b'], []],
  'a third that is near to one of them makes a pattern': [
    { a: file(FIRST), b: file(SECOND), c: file(THIRD) },
    [],
    ['b pattern', 'c pattern'],
  ],
  'a third that is near to neither does not': [
    { a: file(FIRST), b: file(SECOND), d: file(FOURTH) },
    ['a b'],
    [],
  ],
  'so do two pairs': [
    { a: file(FIRST), b: file(SECOND), c: file(THIRD), d: file(FOURTH) },
    [],
    ['a pattern', 'b pattern', 'c pattern', 'd pattern'],
  ],
  'equal texts are twins all the same': [
    { a: file(FIRST), b: file(SECOND), c: file(THIRD), e: file(FIRST) },
    ['a e'],
    ['b pattern', 'c pattern'],
  ],
};

describe('a pattern', () => {
  it.each(Object.entries(CASES))('%s', async (_, [files, groups, silenced]) => {
    const finder = await settledFinder(files, 'typescript', policy);
    expect(groupsOf(finder)).toEqual(groups);
    expect(silencedIn(finder)).toEqual(silenced);
  });

  it('is reported where the filter is off, as it is at loose', async () => {
    const [files] = CASES['a third that is near to one of them makes a pattern'] ?? [{}];
    const off = { ...policy, disabledFilters: new Set(names) };
    expect(groupsOf(await settledFinder(files, 'typescript', off))).toEqual(['b c']);
    expect(disabledFilters('loose').has('pattern')).toBe(true);
    expect(disabledFilters('balanced').has('pattern')).toBe(false);
  });

  it('comes and goes with the third text', async () => {
    const finder = await settledFinder({ a: file(FIRST), b: file(SECOND) }, 'typescript', policy);
    const set = async (text: string) => {
      finder.setDocument({ uri: 'c', languageId: 'typescript', text, policy });
      return finder.settle();
    };
    const changed = await set(file(THIRD));
    expect([...changed].sort()).toEqual(['a', 'b', 'c']);
    expect(groupsOf(finder)).toEqual([]);
    await set('');
    expect(groupsOf(finder)).toEqual(['a b']);
    expect(silencedIn(finder)).toEqual([]);
  });

  it('is after any edits what a fresh finder says', async () => {
    const part = fc.constantFrom(...CHAIN);
    const edit = fc.record({
      path: fc.constantFrom('a', 'b', 'c', 'd'),
      parts: fc.array(part, { maxLength: 2 }),
      settle: fc.boolean(),
    });
    let found = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
        const typed = edits.map(({ path, parts, settle }) => {
          return { path, text: file(...parts), settle };
        });
        const { finder, fresh } = await replayEdits(typed, (target, uri, text) => {
          target.setDocument({ uri, languageId: 'typescript', text, policy });
        });
        expect(finder.groups()).toEqual(fresh.groups());
        expect(silencedIn(finder)).toEqual(silencedIn(fresh));
        found += fresh.silenced().length;
      }),
    );
    expect(found).toBeGreaterThan(0);
  });

  it('is forgotten by a later run without the third text, and seen by one with it', async () => {
    const all: Files = new Map(
      CHAIN.slice(0, 3).map((text, i) => [`${i}.ts`, { text: commented([text]), writes: 1 }]),
    );
    const two: Files = new Map([...all].slice(1));
    const store = new MemoryStore();
    for (const files of [all, two, all]) {
      const { finder, read } = await scan(files, store, { policy });
      const { finder: fresh } = await scan(files, undefined, { policy });
      expect(shown(finder, files)).toEqual(shown(fresh, files));
      expect(finder.groups()).toHaveLength(files === two ? 1 : 0);
      if (files === two) expect(read).toEqual([]);
    }
  });
});
