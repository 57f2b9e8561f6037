import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderJson } from '../../../server/src/core/reports/jsonReport';
import { copiedGroup, group, member, reportOf, twoGroups } from './samples';

describe('the JSON report', () => {
  it('is what the contract says', () => {
    const skipped = [
      { uri: 'file:///z.bin', reason: 'binary' },
      { uri: 'file:///a.js', reason: 'minified: 900 characters a line on average' },
    ];
    expect(JSON.parse(renderJson(reportOf({ groups: twoGroups, skipped })))).toEqual({
      version: 1,
      model: { id: 'test-model', sha256: 'ab'.repeat(32) },
      threshold: 0.8,
      stats: {
        files: 3,
        passages: 1200,
        embedded: 1100,
        cached: 100,
        groups: 2,
        notes: 0,
        silenced: {},
        ms: { extract: 10, encode: 901, search: 3, total: 1235 },
      },
      groups: [
        {
          id: 'same1',
          kind: 'duplicate',
          similarity: 1,
          members: [
            { path: 'c.py', startLine: 1, endLine: 1, kind: 'doc', text: 'Same.', similarity: 1 },
            {
              path: 'src/a.ts',
              startLine: 2,
              endLine: 2,
              kind: 'doc',
              text: 'Same.',
              similarity: 1,
            },
          ],
        },
        {
          id: 'near1',
          kind: 'near-duplicate',
          similarity: 0.8765,
          members: [
            expect.objectContaining({ path: 'docs/b [1].md', startLine: 5, similarity: 0.9 }),
            expect.objectContaining({ path: 'src/a.ts', startLine: 10, similarity: 1 }),
          ],
        },
      ],
      skipped: [
        { path: 'a.js', reason: 'minified: 900 characters a line on average' },
        { path: 'z.bin', reason: 'binary' },
      ],
    });
  });

  it('marks notes and counts them', () => {
    const note = { ...(twoGroups[1] as (typeof twoGroups)[number]), note: 'idiom' };
    const { groups, stats } = reportOf({ groups: [note] });
    expect(groups).toMatchObject([{ id: 'same1', level: 'note', note: 'idiom' }]);
    expect(stats).toMatchObject({ groups: 1, notes: 1 });
  });

  it('marks a copied comment, and no other member', () => {
    const [found] = reportOf({ groups: [copiedGroup] }).groups;
    const place = { kind: 'doc', text: 'Closes it.', similarity: 1 };
    expect(found?.kind).toBe('duplicate');
    expect(found?.members).toEqual([
      { path: 'a[1].ts', startLine: 2, endLine: 2, ...place },
      {
        path: 'a[1].ts',
        startLine: 6,
        endLine: 6,
        ...place,
        copied: true,
        subject: 'open',
        original: { subject: 'close<T>', startLine: 2 },
      },
      { path: 'b.ts', startLine: 1, endLine: 1, ...place },
    ]);
  });

  it.each([
    [{ line: 3, character: 2 }, 4],
    [{ line: 5, character: 0 }, 5],
    [{ line: 1, character: 0 }, 2],
  ])('ends a passage that ends before %j on line %d', (end, endLine) => {
    const one = { ...member('file:///a', 1, 'text'), end };
    const report = reportOf({ groups: [group('g', 1, one, one)] });
    expect(report.groups[0]?.members[0]?.endLine).toBe(endLine);
  });

  it('depends on the content alone, not on the order in which it was found', () => {
    const anyMember = fc
      .tuple(
        fc.constantFrom('file:///a', 'file:///b', 'file:///B', 'file:///ä'),
        fc.nat(4),
        fc.string(),
      )
      .map(([uri, line, text]) => member(uri, line, text));
    const anyGroups = fc.uniqueArray(
      fc
        .tuple(
          fc.string(),
          fc.constantFrom(1, 0.9, 0.90001),
          fc.array(anyMember, { minLength: 2, maxLength: 5 }),
        )
        .map(([id, similarity, members]) => group(id, similarity, ...members)),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(anyGroups, fc.infiniteStream(fc.nat()), (groups, stream) => {
        const shuffle = <T>(items: readonly T[]) =>
          items
            .map((item) => ({ item, key: stream.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const shuffled = shuffle(groups).map((one) => ({ ...one, members: shuffle(one.members) }));
        expect(renderJson(reportOf({ groups: shuffled }))).toBe(renderJson(reportOf({ groups })));
      }),
    );
  });
});
