import {
  buildReport,
  type Report,
  type ReportInput,
} from '../../../server/src/core/reports/report';
import type { TwinGroup, TwinMember } from '../../../server/src/core/twins/twin';

/** A member on one zero-based line of a document. */
export function member(uri: string, line: number, text: string, similarity = 1): TwinMember {
  const end = { line, character: text.length };
  return { uri, kind: 'doc', start: { line, character: 0 }, end, text, similarity };
}

/** A group; near-duplicate unless its similarity is 1. */
export function group(id: string, similarity: number, ...members: TwinMember[]): TwinGroup {
  return { id, kind: similarity === 1 ? 'duplicate' : 'near-duplicate', similarity, members };
}

/** A report made with fixed figures. */
export function reportOf(input: Partial<ReportInput> = {}): Report {
  return buildReport({
    model: { id: 'test-model', sha256: 'ab'.repeat(32) },
    threshold: 0.8,
    stats: {
      documents: 3,
      passages: 1200,
      embedded: 1100,
      cached: 100,
      ms: { extract: 10.4, encode: 900.5, search: 3.2 },
    },
    totalMs: 1234.5,
    groups: [],
    silencedCounts: {},
    skipped: [],
    pathOf: (uri) => uri.replace('file:///', ''),
    ...input,
  });
}

/** Two groups of three files, one of which has text that is hostile to every format. */
export const twoGroups: readonly TwinGroup[] = [
  group(
    'near1',
    0.87654321,
    member('file:///src/a.ts', 9, 'Returns the number of users.'),
    member('file:///docs/b [1].md', 4, 'Gives <b>the</b> user\u001b[31m count & "more".', 0.9),
  ),
  group('same1', 1, member('file:///src/a.ts', 1, 'Same.'), member('file:///c.py', 0, 'Same.')),
];

const original = member('file:///a[1].ts', 1, 'Closes it.');

/** An exact group of three, of which the second is a copied comment. */
export const copiedGroup: TwinGroup = group(
  'copied1',
  1,
  original,
  {
    ...member('file:///a[1].ts', 5, 'Closes it.'),
    copied: { subject: 'open', about: 'close<T>', original },
  },
  member('file:///b.ts', 0, 'Closes it.'),
);
