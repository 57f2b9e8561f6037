import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ALL_FILTERS } from '../../../../server/src/core/filters/allFilters';
import type { TwinFinder } from '../../../../server/src/core/twins/finder';
import { allPassages, settledFinder } from '../../../support/bagOfWordsFinder';
import { replayEdits } from '../../../support/replayEdits';

const THINGS = ['letter', 'parcel', 'stamp', 'postman', 'cat', 'door', 'winter', 'ladder'];
/** Remarks that have no word in common but the first ones. */
const remark = (thing: string) =>
  `// Why ${thing} comes first: ${[...'bcdfghjkl'].map((sound) => sound + thing).join(' ')}.\n`;
const file = (...things: readonly string[]) =>
  things.map((thing) => `${remark(thing)}{}\n\n`).join('');
const [a = '', b = '', c = '', d = '', ...others] = THINGS;

/** What is said of each group, in the order of the places of its first members. */
const told = (finder: TwinFinder) =>
  [...finder.groups()]
    .sort((x, y) => {
      const [one, other] = [x.members[0], y.members[0]];
      if (!one || !other) return 0;
      return one.uri < other.uri ? -1 : one.uri > other.uri ? 1 : one.start.line - other.start.line;
    })
    .map(
      ({ note, further }) => note ?? (further === undefined ? 'warning' : `warning +${further}`),
    );

const names = ALL_FILTERS.map(({ name }) => name);
/** Equal texts, without all other filters. */
const alone = {
  threshold: 1,
  disabledFilters: new Set(names.filter((name) => name !== 'copied-file')),
};
const CASES: Readonly<Record<string, readonly [Readonly<Record<string, string>>, string[]]>> = {
  'copies are told of once': [
    { 'x.ts': file(a, b, c, d), 'y.ts': file(d, c, b, a) },
    ['warning +3', 'copied-file', 'copied-file', 'copied-file'],
  ],
  'half of the smaller file is enough': [
    { 'x.ts': file(a, b, c, ...others), 'y.ts': file(a, b, c, 'tower', 'bridge', 'garden') },
    ['warning +2', 'copied-file', 'copied-file'],
  ],
  'less than half is not': [
    {
      'x.ts': file(a, b, c, ...others),
      'y.ts': file(a, b, c, 'tower', 'bridge', 'garden', 'kettle'),
    },
    ['warning', 'warning', 'warning'],
  ],
  'two texts are not enough': [{ 'x.ts': file(a, b), 'y.ts': file(a, b) }, ['warning', 'warning']],
  'folders whose files are alike are copies': [
    {
      'x/a.ts': file(a, 'ship'),
      'y/a.ts': file(a, 'train'),
      'x/b.ts': file(b),
      'y/b.ts': file(b),
      'x/p/c.ts': file(c),
      'y/p/c.ts': file(c),
      'x/p/d.ts': file(d),
      'y/p/d.ts': file(d),
    },
    ['warning +3', 'copied-file', 'copied-file', 'copied-file'],
  ],
  'three alike are none': [
    {
      'x/a.ts': file(a),
      'y/a.ts': file(a),
      'x/b.ts': file(b),
      'y/b.ts': file(b),
      'x/p/c.ts': file(c),
      'y/p/c.ts': file(c),
    },
    ['warning', 'warning', 'warning'],
  ],
  'a text of a third file is not of the copies alone': [
    { 'x.ts': file(a, b, c), 'y.ts': file(a, b, c), 'z.ts': file(a, 'ship', 'sea') },
    ['warning', 'warning +1', 'copied-file'],
  ],
};

it.each(Object.entries(CASES))('%s', async (_, [files, expected]) => {
  expect(told(await settledFinder(files, 'typescript', alone))).toEqual(expected);
});

it('can be switched off', async () => {
  const files = { 'x.ts': file(a, b, c), 'y.ts': file(a, b, c) };
  const finder = await settledFinder(files, 'typescript', { disabledFilters: new Set(names) });
  expect(told(finder)).toEqual(['warning', 'warning', 'warning']);
});

it('says at each finding how many more there are', async () => {
  const finder = await settledFinder(
    { 'x.ts': file(a, b, c), 'y.ts': file(a, b, c) },
    'typescript',
    alone,
  );
  expect(finder.findings('y.ts')).toMatchObject([
    { further: 2 },
    { note: 'copied-file' },
    { note: 'copied-file' },
  ]);
});

it('is after any edits what a fresh finder says', async () => {
  const uri = fc.constantFrom('x/a.ts', 'y/a.ts', 'x/b.ts', 'y/b.ts', 'x/c.ts', 'y/c.ts');
  const edit = fc.record({
    uri,
    things: fc.uniqueArray(fc.constantFrom(a, b, c, d), { maxLength: 4 }),
    settle: fc.boolean(),
  });
  let copied = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 4, maxLength: 14 }), async (edits) => {
      const typed = edits.map(({ uri: path, things, settle }) => {
        return { path, text: file(...things), settle };
      });
      const { finder, fresh, paths } = await replayEdits(typed, (target, path, text) => {
        const policy = { ...allPassages, ...alone };
        target.setDocument({ uri: path, languageId: 'typescript', text, policy });
      });
      expect(finder.groups()).toEqual(fresh.groups());
      for (const path of paths) expect(finder.findings(path)).toEqual(fresh.findings(path));
      copied += fresh.groups().filter(({ note }) => note === 'copied-file').length;
    }),
  );
  expect(copied).toBeGreaterThan(0);
});
