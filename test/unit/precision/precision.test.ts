import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Label, type LabelName, parseLabels, REASONS } from '../../precision/labels';
import { groupLanguage, measurePrecision, renderPrecision } from '../../precision/precision';
import { groupAt } from './support';

const label = (repository: string, id: number, name: LabelName | null, more = {}): Label => ({
  repository,
  id: id.toString(16).padStart(16, '0'),
  sensitivity: 'balanced',
  label: name,
  reason: name && REASONS[name][0],
  ...more,
});

const scanned = new Map([
  [
    'alpha',
    [
      groupAt(1, ['a.ts:1', 'b.ts:1']),
      groupAt(2, ['a.ts:9', 'b.py:1'], 'near-duplicate'),
      groupAt(3, ['c.md:1', 'd.md:1']),
    ],
  ],
  ['beta', [groupAt(1, ['a.go:1', 'b.go:1'])]],
]);

describe('measuring precision', () => {
  const report = measurePrecision(
    [
      label('alpha', 1, 'worth'),
      label('alpha', 2, 'not-worth', { first: 'worth' }),
      label('alpha', 3, 'worth'),
      label('beta', 1, 'not-worth'),
      label('beta', 77, 'worth'),
      label('gamma', 1, 'worth'),
      label('alpha', 4, null),
    ],
    scanned,
  );
  const shares = (rows: typeof report.kinds) => rows.map((r) => [r.name, r.worth, r.labelled]);

  it('counts only labels whose group is found in their repository', () => {
    expect(shares([report.overall])).toEqual([['all', 2, 4]]);
    expect(report).toMatchObject({ unmatched: 1, absent: 1, open: 1 });
  });

  it('splits them by repository, language and kind', () => {
    expect(shares(report.repositories)).toEqual([
      ['alpha', 2, 3],
      ['beta', 0, 1],
    ]);
    expect(shares(report.languages)).toEqual([
      ['go', 0, 1],
      ['markdown', 1, 1],
      ['mixed', 0, 1],
      ['typescript', 1, 1],
    ]);
    expect(shares(report.kinds)).toEqual([
      ['duplicate', 2, 3],
      ['near-duplicate', 0, 1],
    ]);
  });

  it('counts notes apart', () => {
    const notes = new Map([['alpha', [{ ...groupAt(1, ['a:1', 'b:1']), level: 'note' as const }]]]);
    const told = measurePrecision([label('alpha', 1, 'worth')], notes);
    expect(told.overall.labelled).toBe(0);
    expect(told).toMatchObject({ notes: { worth: 1, labelled: 1 }, unmatched: 0 });
    expect(renderPrecision(told)).toContain('not counted above: 1, of which 1 are worth reading');
  });

  it('says how often the passes agreed and what spoke against warnings', () => {
    expect(report.agreement.value).toBe(0.75);
    expect(report.reasons).toEqual([['different', 2]]);
    const text = renderPrecision(report);
    expect(text).toContain('1 labels match no group any more, 1 are of repositories');
    expect(text).toMatch(/\| alpha +\| 2 +\| 3 +\| 0\.667 \[/);
  });
});

it('a group has the language of its files', () => {
  expect(groupLanguage(groupAt(1, ['a.rs:1', 'src/b.rs:4']))).toBe('rust');
});

describe('reading labels', () => {
  const good = label('alpha', 1, 'worth', { first: 'not-worth' });
  const line = (change: object) => JSON.stringify({ ...good, ...change });

  it('takes what the rule describes', () => {
    expect(parseLabels(`${line({})}\n\n`, 'f')).toEqual([good]);
  });

  it.each([
    ['{', /^f:1: /],
    ['null', /"repository" is missing/],
    [line({ id: 'x' }), /"id" is no fingerprint/],
    [line({ sensitivity: 'loud' }), /must be one of strict, balanced, loose/],
    [line({ label: 'yes' }), /must be worth or not-worth/],
    [line({ label: null }), /must be worth or not-worth/],
    [line({ reason: 'licence' }), /"reason" of worth must be one of copied/],
    [line({ first: 'maybe' }), /"first" must be/],
    [`${line({})}\n${line({ label: 'not-worth', reason: 'test' })}`, /^f:2: labelled before/],
  ])('refuses %s', (text, message) => {
    expect(() => parseLabels(text, 'f')).toThrow(message);
  });
});

describe('the rule', () => {
  const rule = readFileSync('test/precision/RULE.md', 'utf8');

  it('explains the reasons that labels may have, and no others', () => {
    const rows = [...rule.matchAll(/^\| `((?:not-)?worth)` +\| `([a-z-]+)`/gm)];
    const explained = rows.map(([, name, reason]) => `${name} ${reason}`);
    const known = Object.entries(REASONS).flatMap(([name, codes]) =>
      codes.map((c) => `${name} ${c}`),
    );
    expect(explained).toEqual(known);
  });

  it.each(['labels', 'near'])('is kept by the labels of the repository: %s', (name) => {
    const file = `test/precision/${name}.jsonl`;
    expect(() => parseLabels(readFileSync(file, 'utf8'), file)).not.toThrow();
  });
});
