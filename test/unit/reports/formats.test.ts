import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../server/src/core/reports/htmlReport';
import { HTML_STYLE, HTML_STYLE_SHA256 } from '../../../server/src/core/reports/htmlStyle';
import { coloured, plain } from '../../../server/src/core/reports/palette';
import { reportPassage } from '../../../server/src/core/reports/report';
import { renderSarif } from '../../../server/src/core/reports/sarifReport';
import { renderPassages, renderText } from '../../../server/src/core/reports/textReport';
import type { TwinGroup } from '../../../server/src/core/twins/twin';
import { copiedGroup, group, member, reportOf, twoGroups } from './samples';

const skipped = [
  { uri: 'file:///a.bin', reason: 'binary' },
  { uri: 'file:///b.bin', reason: 'binary' },
  { uri: 'file:///<c>.md', reason: 'too large: 2 MB, the limit is 1 MB' },
];
const report = reportOf({ groups: twoGroups, skipped });

describe('the text report', () => {
  it('shows groups, members and a summary', () => {
    expect(renderText(report, { columns: 80 })).toBe(
      `duplicate  1.00  2 passages  same1
  c.py:1  doc
  src/a.ts:2  doc
    Same.

near-duplicate  0.88  2 passages  near1
  docs/b [1].md:5  doc
    Gives <b>the</b> user\ufffd[31m count & "more".
  src/a.ts:10  doc
    Returns the number of users.

● 3 files · 1,200 passages · 2 groups of twins · 1.2 s · 3 skipped (2 binary, 1 too large)
`,
    );
  });

  it('lists notes below the warnings, a line each, and in full when asked to', () => {
    const [near, same] = twoGroups as [TwinGroup, TwinGroup];
    const noted = reportOf({ groups: [near, { ...same, note: 'idiom' }] });
    const text = renderText(noted, { columns: 80 });
    expect(text).toMatch(/^near-duplicate {2}0\.88/);
    expect(text).toContain(
      '\n\nnotes: idiom  The comment belongs to a line or two of code that are the same in other functions.\n  c.py:1 +1  Same.\n\n● ',
    );
    expect(text).toContain(' · 1 group of twins and 1 note · ');
    const full = renderText(noted, { verbose: true });
    expect(full).toContain('\n\nduplicate  note: idiom  1.00  2 passages  same1\n  c.py:1  doc\n');
  });

  it('has nothing to warn of where all are notes', () => {
    const notes = twoGroups.map((each) => ({ ...each, note: 'idiom' }));
    expect(renderText(reportOf({ groups: notes }))).toMatch(
      /\n\n✔ .* 0 groups of twins and 2 notes/,
    );
  });

  it('lists what was skipped when asked to', () => {
    expect(renderText(report, { verbose: true })).toContain(
      'skipped\n  <c>.md  too large: 2 MB, the limit is 1 MB\n  a.bin  binary\n',
    );
  });

  it('says what a baseline left out', () => {
    expect(renderText(reportOf(), { known: 4 })).toMatch(/^✔ .*0 groups of twins beside 4 in the/);
  });

  it('cuts excerpts to the width of the terminal, and names never', () => {
    const long = member(`file:///${'deep/'.repeat(20)}a.ts`, 0, 'word '.repeat(50));
    const text = renderText(reportOf({ groups: [group('g', 1, long, long)] }), { columns: 60 });
    const [, place, , words] = text.split('\n');
    expect(place).toBe(`  ${'deep/'.repeat(20)}a.ts:1  doc`);
    expect(words?.length).toBeLessThanOrEqual(60);
    expect(words).toMatch(/^ {4}(word )+word…$/);
  });

  it('has escape sequences of its own alone', () => {
    const text = renderText(report, { palette: coloured });
    const codes = [1, 2, 22, 32, 33, 35, 36, 39].map((code) => `\u001b[${code}m`);
    const bare = codes.reduce((rest, code) => rest.replaceAll(code, ''), text);
    expect(text.length).toBeGreaterThan(bare.length);
    expect(bare).toBe(renderText(report));
  });
});

describe('the SARIF log', () => {
  const log = JSON.parse(
    renderSarif(report, { toolVersion: '1.2.3', level: 'note', complete: true }),
  );
  const [run] = log.runs;

  it('names its version, tool and rules', () => {
    expect(log).toMatchObject({
      version: '2.1.0',
      $schema: expect.stringMatching(/sarif-schema-2\.1/),
    });
    expect(run.tool.driver).toMatchObject({ name: 'Text Twin', semanticVersion: '1.2.3' });
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
      'duplicate',
      'near-duplicate',
      'copied-comment',
    ]);
    expect(run.invocations[0].executionSuccessful).toBe(true);
  });

  it('has a result for each group, its other members related', () => {
    expect(run.results).toHaveLength(2);
    const [, near] = run.results;
    expect(near).toMatchObject({
      ruleId: 'near-duplicate',
      ruleIndex: 1,
      level: 'note',
      message: { text: 'Says the same (0.88) as [src/a.ts:10](1).' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'docs/b%20%5B1%5D.md' },
            region: { startLine: 5, endLine: 5 },
          },
        },
      ],
      relatedLocations: [{ id: 1, message: { text: 'Returns the number of users.' } }],
      partialFingerprints: { 'textTwinGroup/v1': 'near1' },
    });
  });

  it('tells what was skipped', () => {
    const notes = run.invocations[0].toolExecutionNotifications;
    expect(notes).toHaveLength(3);
    expect(notes[0].locations[0].physicalLocation.artifactLocation.uri).toBe('%3Cc%3E.md');
  });
});

describe('a copied comment', () => {
  const copiedReport = reportOf({ groups: [copiedGroup] });

  it('has a line of its own in the text report', () => {
    expect(renderText(copiedReport)).toBe(
      `duplicate  1.00  3 passages  copied1
  a[1].ts:2  doc
  a[1].ts:6  doc
    copied-comment  This comment seems to be about "close<T>", not "open".
  b.ts:1  doc
    Closes it.

● 3 files · 1,200 passages · 1 group of twins · 1.2 s
`,
    );
  });

  it('is a result of its own in SARIF, beside that of its group', () => {
    const options = { toolVersion: '1.2.3', level: 'warning', complete: true } as const;
    const [{ results, tool }] = JSON.parse(renderSarif(copiedReport, options)).runs;
    expect(results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual([
      'duplicate',
      'copied-comment',
    ]);
    const physicalLocation = { artifactLocation: { uri: 'a%5B1%5D.ts' } };
    expect(results[1]).toMatchObject({
      level: 'warning',
      message: {
        text: 'This comment seems to be about "close<T>", not "open": it says the same as [a\\[1\\].ts:2](1).',
      },
      locations: [{ physicalLocation: { ...physicalLocation, region: { startLine: 6 } } }],
      relatedLocations: [
        { id: 1, physicalLocation: { ...physicalLocation, region: { startLine: 2 } } },
      ],
      partialFingerprints: { 'textTwinCopiedComment/v1': 'copied1/open' },
    });
    expect(tool.driver.rules[results[1].ruleIndex].id).toBe('copied-comment');
  });

  it('is told and escaped in the HTML report', () => {
    expect(renderHtml(copiedReport)).toContain('seems to be about &quot;close&lt;T&gt;&quot;, not');
    expect(renderHtml(report)).not.toContain('seems to be about');
  });
});

describe('passages near a text', () => {
  const near = { ...member('file:///a.md', 0, 'Sorts the rows downwards.', 0.9), energy: 0.1 };
  const passage = reportPassage(near, () => 'a.md');

  it('say in what they differ', () => {
    const differing = { ...passage, differsIn: 'up → down' };
    expect(renderPassages([differing, passage])).toBe(
      `  a.md:1  doc       0.90  differs in: up → down  Sorts the rows downwards.
  a.md:1  doc       0.90  Sorts the rows downwards.`,
    );
    expect(renderPassages([differing], plain, 70)).toMatch(/ {2}Sorts the rows downward…$/);
  });
});

describe('the HTML report', () => {
  const html = renderHtml(report);

  it('escapes what comes from files', () => {
    expect(html).toContain('Gives &lt;b&gt;the&lt;/b&gt; user');
    expect(html).toContain('&amp; &quot;more&quot;');
    expect(html).toContain('<code>&lt;c&gt;.md</code>');
    expect(html).not.toContain('<b>');
  });

  it('may load and run nothing but its own style sheet', () => {
    const hash = createHash('sha256').update(HTML_STYLE).digest('base64');
    expect(HTML_STYLE_SHA256).toBe(hash);
    expect(html).toContain(`<style>${HTML_STYLE}</style>`);
    expect(html).toContain(`content="default-src 'none'; style-src 'sha256-${hash}';`);
    expect(html).not.toMatch(/<script|style=|\son\w+=|https?:/);
  });

  it('shows notes last, and what makes them notes', () => {
    const [near, same] = twoGroups as [TwinGroup, TwinGroup];
    const page = renderHtml(reportOf({ groups: [near, { ...same, note: 'idiom' }] }));
    expect(page.indexOf('id="near1"')).toBeLessThan(page.indexOf('id="same1"'));
    expect(page).toContain('<span>2 passages</span><span>note: idiom</span>');
    expect(html).not.toContain('note:');
  });

  it('says so when nothing was found', () => {
    expect(renderHtml(reportOf())).toContain('No twins found.');
  });
});
