import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TwinFinder } from '../../../server/src/core/twins/finder';
import { allPassages, bagOfWordsFinder, settledFinder } from '../../support/bagOfWordsFinder';
import { replayEdits } from '../../support/replayEdits';

const SAME = 'Sends the letter to all readers of the list.';
const send = (type: string) => `/** ${SAME} */\nfunction send(a: ${type}): void;\n`;
const reasons = (finder: TwinFinder, uri?: string) =>
  finder.silenced(uri).map(({ passage, silencedBy, like }) => {
    const repeats = like ? ` ${like.uri}:${like.start.line}` : '';
    return `${passage.uri}:${passage.start.line} ${silencedBy}${repeats}`;
  });

it('names what silenced each passage, alone or in its group', async () => {
  const finder = await settledFinder({
    a: `// Copyright 2024 The Authors\n\n${send('A')}${send('B')}`,
  });
  expect(finder.groups()).toEqual([]);
  expect(reasons(finder)).toEqual(['a:0 licence', 'a:2 overloads a:4', 'a:4 overloads a:2']);
  expect(reasons(finder, 'b')).toEqual([]);
});

it('reports what a filter would silence once the filter is off', async () => {
  const off = { disabledFilters: new Set(['overloads', 'variants', 'namesakes', 'neighbours']) };
  const finder = await settledFinder({ a: send('A') + send('B') }, 'typescript', off);
  expect(finder.findings('a')).toHaveLength(2);
  expect(finder.silenced()).toEqual([]);
});

it('names the nearest passage below the threshold, and none where there is a twin', async () => {
  const near = 'Sends the letter to the readers of the list.';
  const { similarity } = await bagOfWordsFinder().compare(SAME, near);
  const files = { a: `// ${SAME}\n`, b: `// ${near}\n` };
  const at = (threshold: number) => settledFinder(files, 'typescript', { threshold });
  const here = { line: 0, character: 4 };
  const above = await at(similarity + 0.05);
  expect(above.groups()).toEqual([]);
  expect((await above.nearMiss('a', here))?.nearest).toMatchObject({ uri: 'b', similarity });
  expect(await above.nearMiss('a', { line: 9, character: 0 })).toBeUndefined();
  expect(await (await at(similarity - 0.05)).nearMiss('a', here)).toBeUndefined();
});

it('is after any edits what a fresh finder says', async () => {
  const part = fc.constantFrom(
    send('A'),
    send('B'),
    `// ${SAME}\nx = 1;\n`,
    '// Copyright 2024 The Authors\n\n',
    'Run nginx as a user of its own, never as root.\n\n',
    'Run caddy as a user of its own, never as root.\n\n',
    `${SAME}\n\n`,
  );
  const uri = fc.constantFrom('nginx.md', 'caddy.md', 'de/a.md', 'fr/a.md', 'a.ts', 'b.test.ts');
  const edit = fc.record({ uri, parts: fc.array(part, { maxLength: 3 }), settle: fc.boolean() });
  let found = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
      const typed = edits.map(({ uri: path, parts, settle }) => {
        return { path, text: parts.join(''), settle };
      });
      const { finder, fresh } = await replayEdits(typed, (target, path, text) => {
        const languageId = path.endsWith('.md') ? 'markdown' : 'typescript';
        target.setDocument({ uri: path, languageId, text, policy: allPassages });
      });
      expect(finder.groups()).toEqual(fresh.groups());
      expect(reasons(finder)).toEqual(reasons(fresh));
      found += reasons(fresh).length;
    }),
  );
  expect(found).toBeGreaterThan(0);
});
