import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeCopied } from '../../../server/src/core/diagnostics/describeCopied';
import { describeFinding } from '../../../server/src/core/diagnostics/describeFinding';
import { excerpt } from '../../../server/src/core/diagnostics/excerpt';
import { showSimilarity } from '../../../server/src/core/diagnostics/similarityText';
import { describeApart, describeInMarkdown, showInFull } from '../../../server/src/lsp/hover';
import { findingOf, passageAt } from './support/findings';

const label = (uri: string) => uri.replace('file:///', '');

describe('describeFinding', () => {
  const messageOf = (...given: Parameters<typeof findingOf>) =>
    describeFinding(findingOf(...given), label).message;

  it('says how and where', () => {
    expect(messageOf('duplicate', 1, 1)).toBe('Same text as docs/0.md:12.');
    expect(messageOf('duplicate', 1, 2)).toBe('Same text as docs/0.md:12, and 1 more place.');
    expect(messageOf('near-duplicate', 0.936, 1)).toBe(
      'Says the same as docs/0.md:12 (similarity 0.93).',
    );
    expect(messageOf('near-duplicate', 0.999, 3)).toBe(
      'Says the same as docs/0.md:12 (similarity 0.99), and 2 more places.',
    );
  });

  it('lists the other places', () => {
    const { related, data } = describeFinding(findingOf('duplicate', 1, 5), label);
    expect(related).toHaveLength(5);
    expect(related[0]).toMatchObject({ uri: 'file:///docs/0.md', message: 'Some text.' });
    expect(data).toEqual({ groupId: 'g', similarity: 1 });
  });
});

describe('describeCopied', () => {
  const finding = findingOf('duplicate', 1, 2);

  it('names both members and the place of the original', () => {
    const original = passageAt('file:///here.md', 4);
    const copied = { subject: 'openFile', about: 'closeFile', original };
    expect(describeCopied({ ...finding, copied }, label)).toEqual({
      start: finding.passage.start,
      end: finding.passage.end,
      code: 'copied-comment',
      message:
        'This comment seems to be about "closeFile", not "openFile": it says the same as here.md:5.',
      related: [expect.objectContaining({ uri: 'file:///here.md', message: 'Some text.' })],
      data: { groupId: 'g', similarity: 1 },
    });
  });

  it('has nothing to say of other findings', () => {
    expect(describeCopied(finding, label)).toBeUndefined();
  });
});

describe('describeApart', () => {
  const other = { ...passageAt('file:///a%20b.md', 0), differsIn: '[1] → *2*' };
  const apart = { passage: passageAt('file:///here.md', 0), others: [other, other] };

  it('links to each passage and escapes what comes from files', () => {
    const line =
      '**Text Twin**: one fact apart from [a\\_b\\.md\\:1](<file:///a%20b.md#L1>): differs in: \\[1\\] → \\*2\\*';
    expect(describeApart(apart, () => 'a_b.md', true)).toBe(`${line}\n\n${line}`);
  });

  it('is plain where the client reads no Markdown', () => {
    const line = 'Text Twin: one fact apart from a_b.md:1: differs in: [1] → *2*';
    expect(describeApart(apart, () => 'a_b.md', false)).toBe(`${line}\n${line}`);
  });
});

describe('describeInMarkdown', () => {
  it('links to each twin and escapes what comes from files', () => {
    const evil = passageAt('file:///a%20b.md', 0, '![x](http://evil) <b>`rm`</b>');
    const finding = { ...findingOf('near-duplicate', 0.9, 1), others: [evil] };
    expect(describeInMarkdown(finding, () => 'a_b.md')).toBe(
      [
        '**Text Twin**: says the same as 1 other place, similarity 0.90',
        '',
        '- [a\\_b\\.md\\:1](<file:///a%20b.md#L1>) \\!\\[x\\]\\(http\\:\\/\\/evil\\) \\<b\\>\\`rm\\`\\<\\/b\\>',
      ].join('\n'),
    );
  });
});

describe('showInFull', () => {
  it('shows the words that the excerpt cuts, and nothing where it shows all', () => {
    const long = 'word '.repeat(60).trim();
    const others = [passageAt('file:///a.md', 0, 'Short.'), passageAt('file:///b.md', 2, long)];
    const finding = { ...findingOf('near-duplicate', 0.9, 1), others };
    expect(showInFull(finding, () => 'b')).toBe(`[b\\:3](<file:///b.md#L3>) in full:\n\n> ${long}`);
    expect(showInFull({ ...finding, others: others.slice(0, 1) }, () => 'b')).toBe('');
  });
});

describe('showSimilarity', () => {
  it('rounds down to two decimals', () => {
    const cases = { 0: '0.00', 0.29: '0.29', 0.996: '0.99', 1: '1.00' };
    for (const [given, shown] of Object.entries(cases)) {
      expect(showSimilarity(Number(given))).toBe(shown);
    }
  });
});

describe('excerpt', () => {
  it('keeps short texts and cuts long ones at a word', () => {
    expect(excerpt('  one\n two ')).toBe('one two');
    expect(excerpt('one two three', 9)).toBe('one two…');
    expect(excerpt('x'.repeat(20), 5)).toBe('xxxx…');
  });

  it('never exceeds its limit nor splits a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 2, max: 20 }),
        (text, limit) => {
          const short = excerpt(text, limit);
          expect(short.length).toBeLessThanOrEqual(limit);
          expect(() => encodeURIComponent(short)).not.toThrow();
        },
      ),
    );
  });
});
