import { expect, it } from 'vitest';
import { parseLabels, renderSkeleton } from '../../precision/labels';
import { renderWorksheet } from '../../precision/worksheet';
import { groupAt } from './support';

const lines = Array.from({ length: 40 }, (_, i) => `line ${i + 1}`);
const warning = { repository: 'alpha', group: groupAt(10, ['a.ts:20', 'b.ts:2']) };

it('a worksheet shows six lines around each passage, and no similarity', () => {
  const sheet = renderWorksheet([warning], () => lines);
  expect(sheet).toContain('## 1. alpha 000000000000000a');
  expect(sheet).toContain('### a.ts:20-20 (comment)');
  expect(sheet).toContain('>    20  line 20');
  expect(sheet.match(/line 14\b/g)).toHaveLength(1);
  expect(sheet.match(/line 26\b/g)).toHaveLength(1);
  expect(sheet).not.toMatch(/line 13\b|line 27\b|similarity/);
  // The second passage stands near the start of its file.
  expect(sheet).toContain('      1  line 1\n>     2  line 2\n');
});

it('a worksheet quotes each distinct text, lists the other places and fences fences', () => {
  const base = groupAt(1, ['a:1', 'b:1', 'c:1', 'd:1', 'e:1', 'f:1']);
  const members = base.members.map((m, i) => ({
    ...m,
    text: i === 5 ? 'Use ```` here.' : 'Same.',
  }));
  const sheet = renderWorksheet([{ ...warning, group: { ...base, members } }], () => undefined);
  expect(sheet.match(/^### .*$/gm)).toEqual(
    ['a', 'b', 'c', 'f'].map((path) => `### ${path}:1-1 (comment)`),
  );
  expect(sheet).toContain('Also:\n\n- d:1-1\n- e:1-1\n');
  expect(sheet).toContain('`````text\nUse ```` here.\n`````');
  expect(sheet).toContain('The file cannot be read.');
});

it('the lines to fill in name the group and quote nothing', () => {
  const skeleton = renderSkeleton([warning], 'balanced');
  expect(skeleton).not.toContain('Text 10');
  expect(parseLabels(skeleton, 'x')).toEqual([
    {
      repository: 'alpha',
      id: '000000000000000a',
      sensitivity: 'balanced',
      label: null,
      reason: null,
    },
  ]);
});
