import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calibration } from '../../../server/src/core/energies/calibration';
import { disabledFilters } from '../../../server/src/core/filters/allFilters';
import type { PassageKind } from '../../../server/src/core/passages/passage';
import { createTwinFinder } from '../../../server/src/core/twins/createTwinFinder';
import type { TwinFinder } from '../../../server/src/core/twins/finder';
import { MAX_OTHERS } from '../../../server/src/core/twins/groups/reportGroup';
import type { Policy } from '../../../server/src/core/twins/placed/policy';
import { BagOfWordsEncoder } from '../../support/bagOfWordsEncoder';

const scoring = {
  energy: 'euclidean',
  calibration: new Calibration({ energy: [0, 1, 2], similarity: [1, 0.5, 0] }),
  thresholds: { strict: 0.9, balanced: 0.8, loose: 0.7 },
} as const;

const policy: Policy = {
  threshold: 0.8,
  minWords: 3,
  kinds: new Set<PassageKind>(['comment', 'doc', 'markdown', 'text']),
  scope: 'workspace',
  disabledFilters: disabledFilters('loose'),
};

function makeFinder(): { finder: TwinFinder; encoder: BagOfWordsEncoder } {
  const encoder = new BagOfWordsEncoder();
  return { finder: createTwinFinder(encoder, scoring), encoder };
}

const set = (
  finder: TwinFinder,
  uri: string,
  lines: readonly string[],
  changed: Partial<Policy> = {},
) =>
  finder.setDocument({
    uri,
    languageId: 'typescript',
    text: lines.map((line) => `// ${line}\ncode();\n`).join(''),
    policy: { ...policy, ...changed },
  });

/** `a:0 b:2` per group: URI and line of each member. */
const show = (finder: TwinFinder) =>
  finder
    .groups()
    .map(({ members }) => members.map(({ uri, start }) => `${uri}:${start.line / 2}`).join(' '));

const RETRY = 'Retries the failed request three times before it gives up.';
const RETRY_EDITED = 'Retries the failed request three times before it finally gives up.';
const CLOSE = 'Closes the underlying file and flushes the buffer.';

describe('TwinFinder', () => {
  it('embeds ahead what is set so far, once, and finds the same', async () => {
    const { finder, encoder } = makeFinder();
    set(finder, 'a', [RETRY, CLOSE]);
    const ahead = finder.embedAhead();
    set(finder, 'b', [CLOSE, RETRY_EDITED]);
    await ahead;
    expect(encoder.embedded).toHaveLength(3);
    expect(finder.groups()).toEqual([]);
    await finder.settle();
    expect(encoder.embedded).toHaveLength(3);
    expect(show(finder)).toEqual(['a:1 b:0', 'a:0 b:1']);
  });

  it('finds exact and near twins across documents, and says which', async () => {
    const { finder } = makeFinder();
    set(finder, 'a', [RETRY, CLOSE]);
    set(finder, 'b', ['Something else altogether here.', CLOSE]);
    set(finder, 'c', [RETRY_EDITED]);
    await finder.settle();
    expect(show(finder)).toEqual(['a:1 b:1', 'a:0 c:0']);
    expect(finder.groups().map(({ kind }) => kind)).toEqual(['duplicate', 'near-duplicate']);
    expect(finder.findings('c')).toMatchObject([
      { kind: 'near-duplicate', best: { uri: 'a', start: { line: 0, character: 0 } } },
    ]);
  });

  it('tells which documents’ findings changed', async () => {
    const { finder } = makeFinder();
    set(finder, 'a', [RETRY]);
    set(finder, 'b', [CLOSE]);
    expect(await finder.settle()).toEqual(new Set(['a', 'b']));
    set(finder, 'c', [RETRY]);
    expect(await finder.settle()).toEqual(new Set(['a', 'c']));
    finder.removeDocument('c');
    expect(await finder.settle()).toEqual(new Set(['a', 'c']));
    expect(finder.groups()).toEqual([]);
  });

  it('embeds each distinct text once, and nothing on an edit that adds no text', async () => {
    const { finder, encoder } = makeFinder();
    set(finder, 'a', [RETRY, CLOSE]);
    set(finder, 'b', [RETRY]);
    await finder.settle();
    set(finder, 'b', [CLOSE, RETRY]);
    await finder.settle();
    expect(encoder.embedded).toHaveLength(2);
    expect(show(finder)).toEqual(['a:0 b:1', 'a:1 b:0']);
  });

  it.each<[string, Partial<Policy>]>([
    ['short passages', { minWords: 30 }],
    ['kinds that are not asked for', { kinds: new Set(['markdown']) }],
    ['near twins below the threshold', { threshold: 0.99 }],
    ['twins in other files with scope file', { scope: 'file' }],
  ])('does not report %s', async (_, changed) => {
    const { finder } = makeFinder();
    set(finder, 'a', [RETRY], changed);
    set(finder, 'b', [RETRY_EDITED], changed);
    await finder.settle();
    expect(finder.groups()).toEqual([]);
  });

  it('looks wider when a document asks for a lower threshold', async () => {
    const { finder } = makeFinder();
    const loosely = 'Retries the request before it gives up, as configured by the caller.';
    set(finder, 'a', [RETRY]);
    set(finder, 'b', [loosely]);
    await finder.settle();
    expect(show(finder)).toEqual([]);
    set(finder, 'a', [RETRY], { threshold: 0.5 });
    set(finder, 'b', [loosely], { threshold: 0.5 });
    await finder.settle();
    expect(show(finder)).toEqual(['a:0 b:0']);
  });

  it('does not report texts that state different facts', async () => {
    const { finder } = makeFinder();
    set(finder, 'a', ['Sorts all the rows of the table in ascending order of their keys.']);
    set(finder, 'b', ['Sorts all the rows of the table in descending order of their keys.']);
    await finder.settle();
    expect(finder.groups()).toEqual([]);
  });

  it('keeps a group’s id when lines move and other texts change', async () => {
    const { finder } = makeFinder();
    set(finder, 'a', [RETRY]);
    set(finder, 'b', [RETRY_EDITED]);
    await finder.settle();
    const [before] = finder.groups();
    set(finder, 'a', [CLOSE, 'A new line of text is here.', RETRY]);
    await finder.settle();
    expect(finder.groups().map(({ id }) => id)).toEqual([before?.id]);
  });

  it('shows a text as it is spelt now, also where the edit changes neither words nor places', async () => {
    const { finder } = makeFinder();
    set(finder, 'a', [RETRY]);
    set(finder, 'b', [RETRY]);
    await finder.settle();
    set(finder, 'b', [RETRY.toUpperCase()]);
    expect(await finder.settle()).toEqual(new Set(['a', 'b']));
    expect(finder.groups()[0]?.members.map(({ text }) => text)).toEqual([
      RETRY,
      RETRY.toUpperCase(),
    ]);
  });

  it('finishes later what an aborted call left', async () => {
    const { finder } = makeFinder();
    set(finder, 'a', [RETRY]);
    set(finder, 'b', [RETRY]);
    await expect(finder.settle({ signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
    expect(await finder.settle()).toEqual(new Set(['a', 'b']));
    expect(show(finder)).toEqual(['a:0 b:0']);
  });

  it('does what one document needs before the rest', async () => {
    const { finder, encoder } = makeFinder();
    set(finder, 'a', [RETRY, CLOSE]);
    await finder.settle();
    set(finder, 'b', ['Something else altogether here.', RETRY_EDITED]);
    set(finder, 'c', [CLOSE.toUpperCase(), RETRY_EDITED]);
    await finder.settle({ only: ['c'], priority: 'foreground' });
    expect([...encoder.embedded].sort()).toEqual([RETRY, CLOSE, RETRY_EDITED].sort());
    expect(finder.findings('c')).toHaveLength(2);
    await finder.settle();
    expect(encoder.embedded).toHaveLength(4);
    expect(show(finder)).toEqual(['a:1 c:0', 'a:0 b:1 c:1']);
  });

  it('asks the encoder to hurry for those who wait alone', async () => {
    const { finder, encoder } = makeFinder();
    set(finder, 'a', [RETRY]);
    await finder.settle();
    await finder.similar(CLOSE, 1);
    await finder.compare(CLOSE, RETRY);
    set(finder, 'a', [CLOSE]);
    await finder.settle({ priority: 'foreground' });
    expect(encoder.priorities).toEqual(['background', 'foreground', 'foreground', 'foreground']);
  });

  it('takes a sentence that stands in a thousand files', async () => {
    const { finder } = makeFinder();
    // It is boilerplate, and here is asked for all the same.
    const all = { disabledFilters: new Set(['boilerplate']) };
    for (let i = 0; i < 1000; i++) set(finder, `f${i}`, [RETRY], all);
    set(finder, 'g', [RETRY_EDITED], all);
    await finder.settle();
    const [group] = finder.groups();
    expect(group?.members).toHaveLength(1001);
    expect(finder.findings('g')).toMatchObject([{ kind: 'near-duplicate', otherCount: 1000 }]);
    expect(finder.findings('g')[0]?.others).toHaveLength(MAX_OTHERS);
  });

  it('answers the nearest passages to a text', async () => {
    const { finder } = makeFinder();
    set(finder, 'a', [RETRY, CLOSE]);
    set(finder, 'b', [RETRY_EDITED]);
    await finder.settle();
    const near = await finder.similar(RETRY, 2);
    expect(near.map(({ uri, similarity }) => [uri, similarity > 0.99])).toEqual([
      ['a', true],
      ['b', false],
    ]);
  });

  const aText = fc.constantFrom(
    RETRY,
    RETRY_EDITED,
    CLOSE,
    'Flushes the buffer and closes the file.',
  );
  /** Settles until the first pause or so. */
  async function abortedSettle(finder: TwinFinder): Promise<void> {
    const stop = new AbortController();
    const settled = finder.settle({ signal: stop.signal, onProgress: () => stop.abort() });
    await settled.catch(() => {});
  }

  const anEdit = fc.record({
    uri: fc.constantFrom('a', 'b', 'c'),
    lines: fc.option(fc.array(aText, { maxLength: 4 }), { nil: undefined }),
    settle: fc.constantFrom('no', 'wholly', 'in part', 'alone'),
    changed: fc.constantFrom<Partial<Policy>>(
      {},
      { scope: 'file' },
      { threshold: 0.6 },
      { threshold: 0.99 },
    ),
  });

  it('reports after any edits what a fresh finder reports on the final texts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anEdit, { maxLength: 12 }), async (edits) => {
        const { finder } = makeFinder();
        const final = new Map<string, () => void>();
        const { finder: fresh } = makeFinder();
        for (const { uri, lines, settle, changed } of edits) {
          if (lines) {
            set(finder, uri, lines, changed);
            final.set(uri, () => set(fresh, uri, lines, changed));
          } else {
            finder.removeDocument(uri);
            final.delete(uri);
          }
          if (settle === 'wholly') await finder.settle();
          if (settle === 'in part') await abortedSettle(finder);
          if (settle === 'alone') await finder.settle({ only: [uri] });
        }
        const before = new Map([...'abc'].map((uri) => [uri, finder.findings(uri)]));
        const told = await finder.settle();
        for (const uri of 'abc') {
          if (!told.has(uri)) expect(finder.findings(uri)).toEqual(before.get(uri));
        }
        for (const setFinal of final.values()) setFinal();
        await fresh.settle();
        expect(finder.groups()).toEqual(fresh.groups());
        for (const uri of 'abc') {
          expect(finder.findings(uri)).toEqual(fresh.findings(uri));
          expect(finder.silenced(uri)).toEqual(fresh.silenced(uri));
        }
      }),
    );
  });

  it('judges a group of very many once no more documents are on their way', async () => {
    const many = Array.from({ length: 20 }, () => RETRY);
    const { finder } = makeFinder();
    const { finder: fresh } = makeFinder();
    for (const uri of 'ab') {
      set(finder, uri, [...many, CLOSE]);
      set(fresh, uri, [...many, CLOSE]);
      await finder.settle({ more: true });
    }
    expect(show(finder)).toEqual(['a:20 b:20']);
    expect(await finder.settle()).toEqual(new Set(['a', 'b']));
    await fresh.settle();
    expect(finder.groups()).toHaveLength(2);
    expect(finder.groups()).toEqual(fresh.groups());
    for (const uri of 'ab') expect(finder.findings(uri)).toEqual(fresh.findings(uri));
  });

  it('answers the same groups until they change', async () => {
    const { finder } = makeFinder();
    set(finder, 'a', [RETRY, CLOSE]);
    set(finder, 'b', [CLOSE, RETRY_EDITED]);
    await finder.settle();
    const groups = finder.groups();
    set(finder, 'c', ['Nothing else is like this passage.']);
    expect(await finder.settle()).toEqual(new Set(['c']));
    expect(finder.groups()).toBe(groups);
    finder.removeDocument('a');
    await finder.settle();
    expect(finder.groups()).toEqual([]);
  });
});

describe('comparisons', () => {
  const { finder } = makeFinder();
  const aText = fc.oneof(fc.string({ unit: 'binary' }), fc.lorem({ maxCount: 8 }));

  it('are symmetric, in range, and certain of equal texts', async () => {
    await fc.assert(
      fc.asyncProperty(aText, aText, async (a, b) => {
        const [there, back, self] = await finder.compareAll([
          { a, b },
          { a: b, b: a },
          { a, b: a },
        ]);
        expect(back?.energy).toBe(there?.energy);
        expect(back?.verdict).toBe(there?.verdict);
        expect(there?.energy).toBeGreaterThanOrEqual(0);
        expect(there?.similarity).toBeGreaterThanOrEqual(0);
        expect(there?.similarity).toBeLessThanOrEqual(1);
        expect(self).toEqual({ energy: 0, similarity: 1, verdict: 'duplicate' });
      }),
    );
  });

  it.each([
    ['Closes the file.', 'closes THE file', 'duplicate'],
    [RETRY, RETRY_EDITED, 'near-duplicate'],
    [RETRY, CLOSE, 'different'],
    ['', CLOSE, 'different'],
    ['', '…', 'duplicate'],
  ])('%j and %j: %s', async (a, b, verdict) => {
    expect((await finder.compare(a, b)).verdict).toBe(verdict);
  });

  it('say in what two alike texts differ', async () => {
    const comparison = await finder.compare(
      'Sorts all the rows of the table in ascending order of their keys.',
      'Sorts all the rows of the table in descending order of their keys.',
    );
    expect(comparison).toMatchObject({ verdict: 'different', differsIn: 'ascending → descending' });
  });
});
