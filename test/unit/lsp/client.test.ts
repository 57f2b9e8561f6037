import { describe, expect, it } from 'vitest';
import { readLanguages } from '../../../client/src/documentSelector';
import { FirstText } from '../../../client/src/firstText';
import { groupAt, nextMember } from '../../../client/src/groupAt';
import { statusText } from '../../../client/src/statusText';
import { describeComparison, describeScan, diffTitle, shortPath } from '../../../client/src/texts';
import packageJson from '../../../package.json';
import { LANGUAGES } from '../../../server/src/core/passages/languageTable';
import { clientCommands, type ServerStatus } from '../../../server/src/protocol';

describe('FirstText', () => {
  it('remembers one text until the next', () => {
    const first = new FirstText();
    expect(first.decide(['one'])).toEqual({ kind: 'remember', text: 'one' });
    expect(first.decide(['two'])).toEqual({ kind: 'both', a: 'one', b: 'two' });
    expect(first.decide(['three'])).toEqual({ kind: 'remember', text: 'three' });
    first.forget();
    expect(first.text).toBeUndefined();
  });

  it('compares two texts at once, keeping what it remembers', () => {
    const first = new FirstText();
    first.decide(['one']);
    expect(first.decide(['a', ' ', 'b'])).toEqual({ kind: 'both', a: 'a', b: 'b' });
    expect(first.text).toBe('one');
  });

  it('says what to do when the selection is no use', () => {
    const first = new FirstText();
    const reason = 'Select the text to compare first.';
    expect(first.decide([])).toEqual({ kind: 'nothing', reason });
    expect(first.decide([' \n'])).toEqual({ kind: 'nothing', reason });
    const many = 'Select one or two texts; 3 are selected.';
    expect(first.decide(['a', 'b', 'c'])).toEqual({ kind: 'nothing', reason: many });
  });
});

describe('words', () => {
  it('for a comparison', () => {
    const near = { verdict: 'near-duplicate', similarity: 0.936, energy: 0.2149 } as const;
    const tables = [
      [near, 'near-duplicate: similarity 0.936, at least 0.917; energy 0.21'],
      [
        { ...near, verdict: 'duplicate', similarity: 1 },
        'duplicate: similarity 1.000, the same words; energy 0.21',
      ],
      [
        { ...near, verdict: 'different', similarity: 0.9169 },
        'different: similarity 0.916, less than 0.917; energy 0.21',
      ],
      [
        { ...near, verdict: 'different', differsIn: 'up → down' },
        'different: similarity 0.936, but differs in: up → down; energy 0.21',
      ],
    ] as const;
    for (const [result, words] of tables) {
      expect(describeComparison({ ...result, threshold: 0.917 })).toBe(words);
    }
    expect(diffTitle('one', 'two', 0.5)).toBe('"one" ↔ "two" (0.50)');
    expect(diffTitle('// one', '"""two', 0.5)).toBe('"one" ↔ "two" (0.50)');
    expect(diffTitle('---', 'two', 0.5)).toBe('"-" ↔ "two" (0.50)');
  });

  it('shortens long paths from the left, whole folders at a time', () => {
    expect(shortPath('src/main.ts')).toBe('src/main.ts');
    const long = 'services/warehouse/src/main/java/eu/harbour/warehouse/ParcelBatch.java';
    expect(shortPath(long)).toBe('…/main/java/eu/harbour/warehouse/ParcelBatch.java');
    const name = `${'x'.repeat(80)}.java`;
    expect(shortPath(`src/${name}`)).toBe(`…/${name}`);
  });

  it('for a scan', () => {
    const skipped = [{ path: 'a', reason: 'b' }];
    expect(describeScan({ files: 1, passages: 2, groups: 0, skipped: [] })).toBe(
      '1 file, 2 passages: no twins.',
    );
    expect(describeScan({ files: 2, passages: 9, groups: 1, skipped })).toBe(
      '2 files, 9 passages: 1 group of twins. 1 file skipped.',
    );
  });
});

describe('statusText', () => {
  const base = { done: 1, total: 4, passages: 5, groups: 2, skipped: 1, model: 'm', backend: 'b' };
  const textOf = (state: ServerStatus['state'], message?: string) =>
    statusText({ ...base, state, ...(message ? { message } : {}) });

  it('follows the state', () => {
    expect(statusText(undefined).tooltip).toBe('Text Twin is not running');
    expect(textOf('starting').tooltip).toBe('Text Twin: loading the model');
    expect(textOf('indexing')).toMatchObject({ text: '$(loading~spin) Twins 25%' });
    expect(textOf('error', 'no model')).toMatchObject({
      tooltip: 'Text Twin: no model',
      isError: true,
    });
    expect(textOf('ready')).toEqual({
      text: '$(copy) 2',
      tooltip:
        'Text Twin: 2 groups of twins in 5 passages\n1 file skipped, Scan Workspace tells which\nModel m on b',
      isError: false,
    });
  });
});

describe('groupAt', () => {
  const memberAt = (uri: string, line: number) => ({
    uri,
    range: { start: { line, character: 2 }, end: { line, character: 9 } },
    path: uri,
    startLine: line + 1,
    endLine: line + 1,
    kind: 'comment' as const,
    text: 'x',
    similarity: 1,
  });
  const members = [memberAt('a', 0), memberAt('b', 5)];
  const group = { id: 'g', kind: 'duplicate' as const, similarity: 1, members };

  it('finds the group at a place, its ends included', () => {
    const find = (line: number, character: number) => groupAt([group], 'b', { line, character });
    expect(find(5, 2)?.member).toBe(members[1]);
    expect(find(5, 9)?.member).toBe(members[1]);
    expect(find(5, 1)).toBeUndefined();
    expect(find(4, 4)).toBeUndefined();
  });

  it('goes round the members', () => {
    expect(members.map((member) => nextMember({ group, member }))).toEqual([...members].reverse());
  });
});

describe('what is declared twice', () => {
  it('the client opens what the server reads', () => {
    expect(readLanguages).toEqual(LANGUAGES.map(({ id }) => id));
  });

  it('commands named by the server exist', () => {
    const contributed = packageJson.contributes.commands.map(({ command }) => command);
    expect(contributed).toContain(clientCommands.nextTwin);
    const categories = packageJson.contributes.commands.map(({ category }) => category);
    expect(new Set(categories)).toEqual(new Set(['Text Twin']));
  });
});
