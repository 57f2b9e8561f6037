import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../server/src/core/reports/report';
import { nodeFileSystem } from '../../../server/src/node/files/fileSystem';
import { tempFolder } from '../node/tempFolder';
import { type FakeRun, FakeStream, runFake } from './support/runFake';

const twins = { 'a.ts': 'Same text.\nlone', 'docs/b.md': 'other\nsame text.' };

async function scanJson(cwd: string, args: readonly string[] = [], options: FakeRun = {}) {
  const run = await runFake(['scan', ...args, '--format', 'json'], { cwd, ...options });
  const report: Report = JSON.parse(run.out);
  const places = report.groups.flatMap(({ members }) =>
    members.map(({ path, startLine }) => `${path}:${startLine}`),
  );
  return { ...run, report, places };
}

describe('scan', () => {
  it('prints the twins of the working folder', async () => {
    const { code, out, err, handle } = await runFake(['scan'], { cwd: await tempFolder(twins) });
    expect(out).toBe(`duplicate  1.00  2 passages  id-same-text-
  a.ts:1  comment
  docs/b.md:2  comment
    same text.

● 2 files · 4 passages · 1 group of twins · 0 ms
`);
    expect({ code, err, disposals: handle.disposals }).toEqual({ code: 0, err: '', disposals: 1 });
  });

  it('colours a terminal, unless told not to', async () => {
    const cwd = await tempFolder(twins);
    const out = async (env: Record<string, string>) =>
      (await runFake(['scan'], { cwd, env, stdout: new FakeStream(true, 80) })).out;
    expect(await out({})).toContain('\u001b[36ma.ts:1\u001b[39m');
    expect(await out({ NO_COLOR: '1' })).not.toContain('\u001b');
    expect(await out({ TERM: 'dumb' })).not.toContain('\u001b');
  });

  it('shows progress on a terminal alone, and removes it', async () => {
    const cwd = await tempFolder(twins);
    const { out, err } = await runFake(['scan'], { cwd, stderr: new FakeStream(true, 40) });
    expect(err.startsWith('\r\u001b[2KReading 1 a.ts')).toBe(true);
    expect(err.endsWith('\r\u001b[2K')).toBe(true);
    expect(out).not.toContain('\u001b');
  });

  it('names files from the scanned folder, or the working folder if there are several', async () => {
    const cwd = await tempFolder({ 'x/a.md': 'same', 'x/b.md': 'same', 'y/c.md': 'same' });
    expect((await scanJson(cwd, ['x'])).places).toEqual(['a.md:1', 'b.md:1']);
    expect((await scanJson(cwd, ['x', 'y'])).places).toEqual(['x/a.md:1', 'x/b.md:1', 'y/c.md:1']);
    expect((await scanJson(join(cwd, 'y'), ['../x', '.'])).places).toEqual([
      '../x/a.md:1',
      '../x/b.md:1',
      'c.md:1',
    ]);
    expect((await runFake(['scan', 'x'], { cwd })).out).toContain('  x/a.md:1 ');
  });

  it('reads each file once, however often it is named', async () => {
    const cwd = await tempFolder({ 'x/a.md': 'same', 'b.md': 'same' });
    const { report, places } = await scanJson(cwd, ['.', 'x', 'x/a.md', 'b.md', './b.md']);
    expect(places).toEqual(['b.md:1', 'x/a.md:1']);
    expect(report.stats.files).toBe(2);
  });

  it('takes globs from the command line', async () => {
    const cwd = await tempFolder({
      'a.md': 'same',
      'b.ts': 'same',
      'x/c.md': 'same',
      'x/d.md': 'same',
    });
    const places = async (...args: string[]) => (await scanJson(cwd, args)).places;
    expect(await places('--include', '*.md')).toEqual(['a.md:1', 'x/c.md:1', 'x/d.md:1']);
    expect(await places('--exclude', 'x')).toEqual(['a.md:1', 'b.ts:1']);
    expect(await places('--include', '*.md', '--include', 'b.*', '--exclude', 'x/c.md')).toEqual([
      'a.md:1',
      'b.ts:1',
      'x/d.md:1',
    ]);
  });

  it('gives the same report in whatever order files are named', async () => {
    const names = ['a.md', 'b.ts', 'c.py', 'd/e.md', 'd/f.md'];
    const cwd = await tempFolder(
      Object.fromEntries(names.map((name, i) => [name, `same\nbeta ${i % 2}\ngamma ${i % 3}`])),
    );
    const expected = (await scanJson(cwd, names)).out;
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(names, { minLength: names.length }), async (order) => {
        expect((await scanJson(cwd, order)).out).toBe(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('lists skipped files in the report, and on request in the text', async () => {
    const cwd = await tempFolder({ 'a.ts': Uint8Array.of(0), 'b.md': 'x'.repeat(2 ** 20 + 1) });
    const { code, report } = await scanJson(cwd);
    expect(code).toBe(0);
    expect(report.skipped).toEqual([
      { path: 'a.ts', reason: 'binary' },
      { path: 'b.md', reason: expect.stringMatching(/^too large: 1 MB, the limit is 1 MB/) },
    ]);
    expect((await runFake(['scan'], { cwd })).out).toContain('2 skipped (1 binary, 1 too large)');
    expect((await runFake(['scan', '--verbose'], { cwd })).out).toContain('  a.ts  binary\n');
  });
});

describe('settings of the project', () => {
  const thresholds = async (cwd: string, args: readonly string[] = []) => {
    const { handle, report } = await scanJson(cwd, args);
    const used = [...handle.finder.documents.values()].map(({ policy }) => policy.threshold);
    return { used, said: report.threshold };
  };

  it('come from .texttwin.json, and the command line overrides them', async () => {
    const cwd = await tempFolder({ 'a.md': 'x', '.texttwin.json': '{"threshold": 0.6}' });
    expect(await thresholds(cwd)).toEqual({ used: [0.6], said: 0.6 });
    expect(await thresholds(cwd, ['--threshold', '.25'])).toEqual({ used: [0.25], said: 0.25 });
    expect(await thresholds(cwd, ['--sensitivity', 'strict'])).toEqual({ used: [0.9], said: 0.9 });
    expect(await thresholds(await tempFolder({ 'a.md': 'x' }))).toEqual({ used: [0.8], said: 0.8 });
  });

  it('are sought upwards in a repository', async () => {
    const cwd = await tempFolder({
      '.git/HEAD': '',
      '.texttwin.json': '{"threshold": 0.6, "exclude": ["src/old"]}',
      'src/a.md': 'same',
      'src/b.md': 'same',
      'src/old/c.md': 'same',
    });
    expect(await thresholds(cwd, ['src'])).toEqual({ used: [0.6, 0.6], said: 0.6 });
    expect((await scanJson(cwd, ['src/old', 'src/a.md'])).places).toEqual([
      'src/a.md:1',
      'src/old/c.md:1',
    ]);
  });

  it('leave out groups by fingerprint', async () => {
    const ignored = '{"ignoredGroups": ["id-same-text-"]}';
    const cwd = await tempFolder({ ...twins, '.texttwin.json': ignored });
    expect((await scanJson(cwd)).report.groups).toEqual([]);
  });

  it.each([
    ['{"treshold": 1}', /^text-twin: \.texttwin\.json: "treshold" is not a setting; ignored\n$/],
    ['{"minWords": "many"}', /"minWords" is "many", expected a whole number/],
    ['{', /^text-twin: \.texttwin\.json: not valid JSON/],
    ['[]', /expected an object/],
    [Uint8Array.of(0x7b, 0xff), /not valid UTF-8/],
  ])('that cannot be used are named: %s', async (content, expected) => {
    const cwd = await tempFolder({ ...twins, '.texttwin.json': content });
    const { code, err, places } = await scanJson(cwd);
    expect(err).toMatch(expected);
    expect({ code, places }).toEqual({ code: 0, places: ['a.ts:1', 'docs/b.md:2'] });
  });
});

describe('the gate', () => {
  it.each([
    [['--fail-on', '1'], 1],
    [['--fail-on', '2'], 0],
    [[], 0],
  ])('%j exits %d with one group', async (args, expected) => {
    const { code, err } = await runFake(['scan', ...args], { cwd: await tempFolder(twins) });
    expect(code).toBe(expected);
    expect(err).toBe(expected === 1 ? 'text-twin: 1 group found, --fail-on is 1\n' : '');
  });

  it('lets the groups of a baseline pass', async () => {
    const cwd = await tempFolder(twins);
    await runFake(['scan', '--format', 'json', '--output', 'old.json'], { cwd });
    const { code, out } = await runFake(['scan', '--baseline', 'old.json', '--fail-on', '1'], {
      cwd,
    });
    expect(code).toBe(0);
    expect(out).toBe(
      '✔ 2 files · 4 passages · 0 groups of twins beside 1 in the baseline · 0 ms\n',
    );
  });

  it.each([
    ['missing.json', undefined, /cannot read baseline "missing\.json": no such file/],
    ['bad.json', '{', /baseline "bad\.json" is not valid JSON .*; make one with: text-twin scan/],
    ['bad.json', '[]', /baseline "bad\.json" is not a Text Twin report/],
    ['bad.json', 'null', /baseline "bad\.json" is not a Text Twin report/],
    ['bad.json', '{"version": 2, "groups": []}', /baseline "bad\.json" is not/],
    ['bad.json', '{"version": 1, "groups": [null]}', /baseline "bad\.json" is not/],
    ['bad.json', Uint8Array.of(0xff), /cannot read baseline "bad\.json": not valid UTF-8/],
  ])('names a baseline it cannot use: %s %s', async (name, content, expected) => {
    const cwd = await tempFolder({
      ...twins,
      ...(content === undefined ? {} : { [name]: content }),
    });
    const { code, out, err } = await runFake(['scan', '--baseline', name], { cwd });
    expect(err).toMatch(expected);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

describe('reports', () => {
  it.each([
    ['json', /^\{\n {2}"version": 1,/],
    ['sarif', /"version": "2\.1\.0"/],
    ['html', /^<!doctype html>/],
    ['text', /^duplicate {2}1\.00/],
  ])('%s goes to a file', async (format, expected) => {
    const cwd = await tempFolder(twins);
    const stdout = new FakeStream(true, 80);
    const argv = ['scan', '--format', format, '--output', 'report.out'];
    const { code, out } = await runFake(argv, { cwd, stdout });
    expect(await readFile(join(cwd, 'report.out'), 'utf8')).toMatch(expected);
    expect(out).toMatch(/^2 files .* written to report\.out\n$/);
    expect(code).toBe(0);
  });

  it('name the file that cannot be written', async () => {
    const cwd = await tempFolder(twins);
    const { code, err } = await runFake(['scan', '--output', 'no/such/report'], { cwd });
    expect(err).toMatch(
      /cannot write "no\/such\/report": no such file or folder \(ENOENT\); create/,
    );
    expect(code).toBe(2);
  });
});

describe('what cannot be read', () => {
  it('is named when it is an argument', async () => {
    const cwd = await tempFolder(twins);
    const { code, out, err } = await runFake(['scan', 'a.ts', 'gone'], { cwd });
    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: 'text-twin: cannot read "gone": no such file or folder (ENOENT)\n',
    });
  });

  it('is named at the end when it is met on the way, and the rest is reported', async () => {
    const cwd = await tempFolder({ ...twins, 'locked/c.md': '' });
    const list = (path: string) =>
      path.endsWith('locked')
        ? Promise.reject(Object.assign(new Error('refused'), { code: 'EACCES' }))
        : nodeFileSystem.list(path);
    const fileSystem = { ...nodeFileSystem, list };
    const { code, err, places } = await scanJson(cwd, ['--fail-on', '1'], { fileSystem });
    expect(err).toContain('text-twin: locked: cannot be read: permission denied (EACCES)\n');
    expect({ code, places }).toEqual({ code: 2, places: ['a.ts:1', 'docs/b.md:2'] });
  });

  it('is the model: its message is passed on', async () => {
    const cwd = await tempFolder(twins);
    const createFinder = () => Promise.reject(new Error('model.json is missing; reinstall'));
    const { code, out, err } = await runFake(['scan'], { cwd, createFinder });
    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: 'text-twin: model.json is missing; reinstall\n',
    });
  });
});
