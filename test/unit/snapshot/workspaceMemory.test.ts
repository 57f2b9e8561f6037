import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_TWINS } from '../../../server/src/core/twins/graph/twinLists';
import { commented, type Files, MemoryStore, type StampedFile, scan, shown } from './support';

const RETRY = 'Retries a failed request up to three times before it gives up for good.';
const RETRY_EDITED = 'Retries a failed request up to three times before it gives up.';
const CLOSE = 'Closes the underlying file and flushes whatever is buffered.';

const filesOf = (texts: Readonly<Record<string, readonly string[]>>): Files =>
  new Map(
    Object.entries(texts).map(([name, prose]) => [name, { text: commented(prose), writes: 1 }]),
  );

const TWINS = filesOf({ 'a.ts': [RETRY, CLOSE], 'b.ts': [RETRY_EDITED], 'c.ts': [CLOSE] });

/** Files, some of them written again with another text. */
function written(files: Files, changes: Readonly<Record<string, readonly string[] | undefined>>) {
  const after = new Map(files);
  for (const [name, prose] of Object.entries(changes)) {
    if (prose === undefined) after.delete(name);
    else after.set(name, { text: commented(prose), writes: (files.get(name)?.writes ?? 0) + 1 });
  }
  return after;
}

describe('what is kept of a workspace', () => {
  it('spares a second run reading, embedding and judging what is as it was', async () => {
    const store = new MemoryStore();
    const cold = await scan(TWINS, store);
    const warm = await scan(TWINS, store);
    expect(cold.read).toEqual(['a.ts', 'b.ts', 'c.ts']);
    expect([warm.read, warm.encoder.embedded]).toEqual([[], []]);
    expect(cold.finder.groups().length).toBeGreaterThan(0);
    expect(shown(warm.finder, TWINS)).toEqual(shown(cold.finder, TWINS));
    expect(store.writes).toBe(1);
  });

  it('reads what was written again, also where size and text are as they were', async () => {
    const store = new MemoryStore();
    await scan(TWINS, store);
    const touched = written(TWINS, { 'a.ts': [RETRY, CLOSE], 'b.ts': [CLOSE] });
    const warm = await scan(touched, store);
    expect(warm.read).toEqual(['a.ts', 'b.ts']);
    expect(shown(warm.finder, touched)).toEqual(
      shown((await scan(touched, undefined)).finder, touched),
    );
    // The new stamps are kept.
    expect((await scan(touched, store)).read).toEqual([]);
  });

  it('never trusts a file that was modified just now', async () => {
    const store = new MemoryStore();
    const isRacy = (name: string) => name === 'b.ts';
    await scan(TWINS, store, { isRacy });
    // Another text of the same size at the same time.
    const text = (TWINS.get('b.ts') as StampedFile).text.replace('three', 'seven');
    const sly = new Map(TWINS).set('b.ts', { text, writes: 1 });
    const warm = await scan(sly, store);
    expect(warm.read).toEqual(['b.ts']);
    expect(shown(warm.finder, sly)).toEqual(shown((await scan(sly, undefined)).finder, sly));
  });

  it('is made anew where settings shape passages otherwise', async () => {
    const store = new MemoryStore();
    await scan(TWINS, store);
    for (const policy of [{ minWords: 12 }, { disabledFilters: new Set(['overloads']) }]) {
      const warm = await scan(TWINS, store, { policy });
      expect(warm.read).toHaveLength(3);
      const fresh = await scan(TWINS, undefined, { policy });
      expect(shown(warm.finder, TWINS)).toEqual(shown(fresh.finder, TWINS));
    }
  });

  it('is of use at another threshold, and of none to another program', async () => {
    const store = new MemoryStore();
    await scan(TWINS, store);
    for (const threshold of [0.95, 0.5, 0.8]) {
      const policy = { threshold };
      const warm = await scan(TWINS, store, { policy });
      expect(warm.read).toEqual([]);
      const fresh = await scan(TWINS, undefined, { policy });
      expect(shown(warm.finder, TWINS)).toEqual(shown(fresh.finder, TWINS));
    }
    expect((await scan(TWINS, store, { maker: 'other' })).read).toHaveLength(3);
  });

  it('loads embeddings for who asks for more than findings', async () => {
    const store = new MemoryStore();
    await scan(TWINS, store);
    const { finder, encoder } = await scan(TWINS, store);
    expect(encoder.embedded).toEqual([]);
    const fresh = await scan(TWINS, undefined);
    expect(await finder.similar(CLOSE, 3)).toEqual(await fresh.finder.similar(CLOSE, 3));
    expect(await finder.nearMiss('a.ts', { line: 0, character: 4 })).toEqual(
      await fresh.finder.nearMiss('a.ts', { line: 0, character: 4 }),
    );
  });

  it('is never half believed: damaged anywhere, it is made anew', async () => {
    const store = new MemoryStore();
    const fresh = shown((await scan(TWINS, store)).finder, TWINS);
    const [[identity, whole]] = [...store.kept] as [[string, Uint8Array]];
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, flip, isCut) => {
          const bytes = isCut ? whole.slice(0, at) : whole.slice();
          if (!isCut) bytes[at] = (bytes[at] as number) ^ flip;
          store.kept.set(identity, bytes);
          const { finder } = await scan(TWINS, store);
          expect(shown(finder, TWINS)).toEqual(fresh);
          // Rebuilt, or as it was: a byte that pads a frame says nothing.
          expect((await scan(TWINS, store)).read).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('changes nothing where a text has more twins than are kept', async () => {
    const many = Array.from({ length: MAX_TWINS + 20 }, (_, i) => {
      const word = `w${'abcdefghij'[i % 10]}${'klmnopqrst'[Math.floor(i / 10)]}`;
      return `Reads the rows of the large table and writes them to the other disk as ${word}.`;
    });
    const half = many.slice(0, many.length / 2);
    const before = filesOf({ 'a.ts': half, 'b.ts': many.slice(half.length), 'c.ts': [CLOSE] });
    const store = new MemoryStore();
    await scan(before, store);
    for (const after of [before, written(before, { 'b.ts': many.slice(half.length + 30) })]) {
      const warm = await scan(after, store, { batch: 1 });
      expect(shown(warm.finder, after)).toEqual(
        shown((await scan(after, undefined)).finder, after),
      );
    }
  });

  it('changes nothing that is found, whatever is edited, added and removed between runs', async () => {
    const aText = fc.constantFrom(
      RETRY,
      RETRY_EDITED,
      CLOSE,
      'Flushes the buffer and closes the file.',
      'Closes the underlying file, and flushes whatever is buffered there.',
      'Retries a failed request up to nine times before it gives up.',
    );
    const prose = fc.option(fc.array(aText, { maxLength: 4 }), { nil: undefined });
    const changes = fc.dictionary(fc.constantFrom('a.ts', 'b.ts', 'c.ts', 'd.ts', 'e.ts'), prose, {
      noNullPrototype: true,
    });
    const aRun = fc.record({
      changes,
      threshold: fc.constantFrom(0.8, 0.8, 0.6, 0.95),
      batch: fc.constantFrom(1, 2, 9),
      racy: fc.constantFrom('', 'a.ts', 'c.ts'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(aRun, { minLength: 2, maxLength: 5 }), async (runs) => {
        const store = new MemoryStore();
        let files: Files = new Map();
        for (const { changes, threshold, batch, racy } of runs) {
          files = written(files, changes);
          const options = { policy: { threshold }, batch, isRacy: (name: string) => name === racy };
          const warm = await scan(files, store, options);
          const fresh = await scan(files, undefined, { policy: { threshold } });
          expect(shown(warm.finder, files)).toEqual(shown(fresh.finder, files));
        }
      }),
      { numRuns: 25 },
    );
  });
});
