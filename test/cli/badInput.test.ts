import { chmod, cp, open, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../server/src/core/reports/report';
import { tempFolder } from '../unit/node/tempFolder';
import { runBuilt } from './runBuilt';

const sentence = 'Returns the number of users that are signed in at this moment.';
const pair = { a: sentence, b: sentence };

/** One line on stderr that matches, nothing on stdout, exit status 2. */
async function checkRefusal(
  args: readonly string[],
  expected: RegExp,
  options: Parameters<typeof runBuilt>[1] = {},
) {
  const { code, out, err } = await runBuilt(args, options);
  expect(err).toMatch(expected);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  expect({ code, out }).toEqual({ code: 2, out: '' });
}

/** A copy of the model, and the path of its largest file of weights in it. */
async function copyModel() {
  const folder = await tempFolder({});
  await cp('models/encoder', folder, { recursive: true });
  const names = (await readdir(folder)).filter((name) => !name.endsWith('.json'));
  const weights = await Promise.all(
    names.map(async (name) => ({ name, size: (await readFile(join(folder, name))).length })),
  );
  const [largest] = weights.sort((a, b) => b.size - a.size);
  if (!largest) throw new Error('models/encoder has no weights: run npm run train');
  return { folder, name: largest.name, path: join(folder, largest.name), size: largest.size };
}

describe('arguments', () => {
  it('names an unknown option and the one that was meant', () =>
    checkRefusal(['scan', '--treshold', '1'], /unknown option "--treshold"; did you mean "--thr/));

  it('names a path that does not exist', async () =>
    checkRefusal(['scan', 'gone'], /cannot read "gone": no such file or folder \(ENOENT\)/, {
      cwd: await tempFolder({}),
    }));
});

describe('the model', () => {
  const compare = ['compare', 'one text', 'another text'];

  it('is named when its folder is missing', async () => {
    const TEXT_TWIN_MODEL = join(await tempFolder({}), 'nothing-here');
    await checkRefusal(compare, /nothing-here/, { env: { TEXT_TWIN_MODEL } });
  });

  it('is named when its manifest is no JSON', async () => {
    const { folder } = await copyModel();
    await writeFile(join(folder, 'manifest.json'), '{');
    await checkRefusal(compare, /manifest\.json/, { env: { TEXT_TWIN_MODEL: folder } });
  });

  it('is named when its weights are cut off', async () => {
    const { folder, name, path, size } = await copyModel();
    await truncate(path, size - 1);
    await checkRefusal(compare, new RegExp(name), { env: { TEXT_TWIN_MODEL: folder } });
  });

  it('is named when a bit of its weights has flipped', async () => {
    const { folder, name, path, size } = await copyModel();
    const bytes = await readFile(path);
    bytes[size >> 1] = (bytes[size >> 1] ?? 0) ^ 1;
    await writeFile(path, bytes);
    await checkRefusal(compare, new RegExp(name), { env: { TEXT_TWIN_MODEL: folder } });
  });
});

describe('files', () => {
  it('that are no text are listed, and the rest is reported', async () => {
    const cwd = await tempFolder({
      'a.ts': `// ${sentence}\nexport {};\n`,
      'b.py': `# ${sentence}\n`,
      'binary.ts': Uint8Array.of(0x2f, 0x2f, 0, 1, 2, 3),
      'latin.md': Uint8Array.from(Buffer.from('M\u00fcller', 'latin1')),
      'large.md': '',
    });
    const large = await open(join(cwd, 'large.md'), 'r+');
    await large.truncate(50 * 2 ** 20);
    await large.close();
    const { code, out, err } = await runBuilt(['scan', '--format', 'json'], { cwd });
    const report: Report = JSON.parse(out);
    expect(report.skipped).toEqual([
      { path: 'binary.ts', reason: 'binary' },
      { path: 'large.md', reason: expect.stringMatching(/^too large: 50 MB, the limit is/) },
      { path: 'latin.md', reason: expect.stringMatching(/^not valid UTF-8/) },
    ]);
    expect(report.groups.map(({ members }) => members.map(({ path }) => path))).toEqual([
      ['a.ts', 'b.py'],
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  // Root may list every folder; test/unit/node/folderWorkspace.test.ts plays the refusal for it.
  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'in a folder that may not be read are named, and the rest is reported',
    async () => {
      const cwd = await tempFolder({ 'a.md': `${sentence}\n`, 'locked/b.md': '' });
      await chmod(join(cwd, 'locked'), 0);
      const { code, out, err } = await runBuilt(['scan', '--format', 'json'], { cwd });
      await chmod(join(cwd, 'locked'), 0o700);
      const reason = 'cannot be read: permission denied (EACCES)';
      expect(JSON.parse(out).skipped).toEqual([{ path: 'locked', reason }]);
      expect({ code, err }).toEqual({ code: 2, err: `text-twin: locked: ${reason}\n` });
    },
  );
});

describe('pairs', () => {
  it('that are malformed are answered at their place', async () => {
    const stdin = `${JSON.stringify({ id: 1, ...pair })}\n{"id": 2, "a": 3}\n{\n${JSON.stringify(pair)}\n`;
    const { code, out } = await runBuilt(['compare', '--pairs'], { stdin });
    const [first, second, third, fourth] = out
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({ id: 1, similarity: 1, verdict: 'duplicate' });
    expect(second).toEqual({ id: 2, error: 'line 2: "a" is not a text' });
    expect(third.error).toMatch(/^line 3: not valid JSON/);
    expect(fourth).toMatchObject({ verdict: 'duplicate' });
    expect(code).toBe(2);
  });
});
