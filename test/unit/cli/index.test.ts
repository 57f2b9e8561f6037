import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CachedEncoder } from '../../../server/src/core/embeddings/cache/cachedEncoder';
import { keysOf } from '../../../server/src/node/cache/keysOf';
import { BagOfWordsEncoder } from '../../support/bagOfWordsEncoder';
import { bagOfWordsFinder } from '../../support/bagOfWordsFinder';
import { openStore } from '../cache/support';
import { type Tree, tempFolder } from '../node/tempFolder';
import { fakeHandle } from './support/fakeFinder';
import { type FakeRun, runFake } from './support/runFake';

const sentences = [
  'Retries a failed request up to three times before giving up.',
  'Closes the connection and releases what it holds.',
  'Reads the settings of a folder and those above it.',
  'Waits until the queue is empty and nobody writes any more.',
];
const tree: Tree = {
  'a.md': sentences.slice(0, 2).join('\n\n'),
  'src/b.ts': sentences.map((sentence) => `// ${sentence}\ncode();\n`).join(''),
};

/** Runs with an encoder that keeps embeddings where it is told, and counts what it is asked for. */
async function run(argv: readonly string[], options: FakeRun = {}) {
  const encoder = new BagOfWordsEncoder();
  const createFinder = async (folder?: string) => {
    const cached =
      folder === undefined ? encoder : new CachedEncoder(encoder, await openStore(folder), keysOf);
    return { ...fakeHandle(), encoder: cached, dispose: () => cached.dispose() };
  };
  const done = await runFake(argv, { createFinder, ...options });
  return { ...done, embedded: encoder.embedded.length };
}

describe('index', () => {
  it('carries embeddings from one machine to another', async () => {
    const cwd = await tempFolder(tree);
    const exported = await run(['index', 'export', 'x.index'], { cwd });
    expect(exported).toMatchObject({ code: 0, out: '4 embeddings written to x.index\n', err: '' });
    const cacheFolder = join(await tempFolder({}), 'cache');
    const imported = await run(['index', 'import', 'x.index'], { cwd, cacheFolder });
    expect(imported).toMatchObject({ code: 0, err: '' });
    expect(imported.out).toBe('4 embeddings in x.index, 4 of them new\n');
    const again = await run(['index', 'export', 'y.index'], { cwd, cacheFolder });
    expect(again.embedded).toBe(0);
    expect(await readFile(join(cwd, 'y.index'))).toEqual(await readFile(join(cwd, 'x.index')));
    const twice = await run(['index', 'import', 'y.index'], { cwd, cacheFolder });
    expect(twice.out).toBe('4 embeddings in y.index, 0 of them new\n');
    expect(await readdir(cacheFolder)).toHaveLength(1);
  });

  it('takes the files that a scan would take', async () => {
    const cwd = await tempFolder(tree);
    const { out } = await run(['index', 'export', 'x.index', '--exclude', 'src/**'], { cwd });
    expect(out).toBe('2 embeddings written to x.index\n');
  });

  const cut = (bytes: Buffer) => bytes.subarray(0, bytes.length - 7);
  const flip = (at: number) => (bytes: Buffer) => {
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    return flipped;
  };
  it.each([
    ['a foreign file', () => Buffer.from('PK not an index'), 'it is not an embedding index'],
    ['an empty file', () => Buffer.alloc(0), 'it is not an embedding index'],
    ['a cut file', cut, 'it is truncated or damaged'],
    ['a damaged header', flip(30), 'its header is damaged'],
    ['a damaged key', flip(140), 'it is truncated or damaged'],
    ['a damaged embedding', flip(400), 'it is damaged'],
  ])('refuses %s and leaves the cache as it was', async (_, change, reason) => {
    const cwd = await tempFolder(tree);
    await run(['index', 'export', 'x.index'], { cwd });
    await writeFile(join(cwd, 'x.index'), change(await readFile(join(cwd, 'x.index'))));
    const cacheFolder = await tempFolder({});
    const { code, err } = await run(['index', 'import', 'x.index'], { cwd, cacheFolder });
    expect(err).toBe(`text-twin: cannot import "x.index" into ${cacheFolder}: ${reason}\n`);
    expect(code).toBe(2);
    expect(await readdir(cacheFolder)).toEqual([]);
  });

  it('refuses the index of another model', async () => {
    const cwd = await tempFolder(tree);
    await run(['index', 'export', 'x.index'], { cwd });
    const model = { id: 'newer', sha256: 'f'.repeat(64) };
    const identifyModel = async () => ({ model, dimensions: 64 });
    const { err } = await run(['index', 'import', 'x.index', '--cache', 'c'], {
      cwd,
      identifyModel,
    });
    expect(err).toContain(
      'made with the model bag-of-words (000000000000), the present one is newer',
    );
  });

  it.each([
    [['index'], 'usage: text-twin index export FILE'],
    [['index', 'export'], 'usage: text-twin index export FILE'],
    [['index', 'drop', 'x'], 'usage: text-twin index export FILE'],
    [['index', 'import', 'x', 'y'], 'usage: text-twin index export FILE'],
    [['index', 'import', 'x'], 'there is no cache to import into'],
    [['index', 'import', 'none', '--cache', 'c'], 'no such file or folder (ENOENT)'],
    [['index', 'import', 'x', '--cache', 'c', '--no-cache'], '--cache and --no-cache exclude'],
    [
      ['index', 'export', 'no/such/folder'],
      'cannot write "no/such/folder": no such file or folder',
    ],
    [['index', 'export', 'x', '--engine', 'other'], '--engine must be one of lancedb'],
    [['similar', 'a text', '.', '--index', 'x'], '--index and PATH exclude each other'],
  ])('refuses %j', async (argv, reason) => {
    const { code, err } = await run(argv, { cwd: await tempFolder(tree) });
    expect(err).toContain(reason);
    expect(code).toBe(2);
  });
});

const enginesFolder = process.env.TEXT_TWIN_ENGINES ?? resolve('.');
const hasLanceDb = (() => {
  try {
    return createRequire(join(enginesFolder, 'index.js')).resolve('@lancedb/lancedb') !== '';
  } catch {
    return false;
  }
})();

describe('a table of a vector engine', () => {
  it('that is not installed is asked for', async () => {
    const cwd = await tempFolder(tree);
    const argv = ['index', 'export', 't', '--engine', 'lancedb'];
    const { code, err } = await run(argv, { cwd, enginesFolder: cwd });
    expect(err).toContain(`it is not installed. Run "npm install @lancedb/lancedb@`);
    expect(code).toBe(2);
  });

  describe.skipIf(!hasLanceDb)('of LanceDB (skipped unless it is installed)', () => {
    it('answers as our own search does', async () => {
      const verbs = ['Opens', 'Closes', 'Reads', 'Writes', 'Waits for'];
      const nouns = ['list', 'file', 'socket', 'queue', 'settings', 'index', 'thread', 'cache'];
      const ends = ['and reports it.', 'before giving up.', 'unless it is empty.', 'once more.'];
      const texts = verbs.flatMap((v) =>
        nouns.flatMap((n) => ends.map((e) => `${v} the ${n} ${e}`)),
      );
      const cwd = await tempFolder({ 'a.ts': texts.map((t) => `// ${t}\ncode();\n`).join('') });
      const createFinder = async () => ({
        ...fakeHandle(),
        finder: bagOfWordsFinder(),
        encoder: new BagOfWordsEncoder(),
      });
      const options = { cwd, createFinder, enginesFolder };
      const { out, err } = await runFake(
        ['index', 'export', 't', 'a.ts', '--engine', 'lancedb'],
        options,
      );
      expect([out, err]).toEqual([`${texts.length} passages written to t\n`, '']);
      for (const query of [
        'Opens a file and reports.',
        'waits for the queue',
        'nothing alike at all',
      ]) {
        const ask = ['similar', query, '--format', 'json', '--top', '7'];
        const [own, engine] = [
          JSON.parse((await runFake([...ask, 'a.ts'], options)).out),
          JSON.parse((await runFake([...ask, '--index', 't'], options)).out),
        ];
        const shape = (found: readonly { energy: number; text: string }[]) =>
          found.map(({ energy }) => energy.toFixed(5));
        expect(engine).toHaveLength(7);
        expect(shape(engine)).toEqual(shape(own));
        const farthest = own.at(-1).energy;
        const inside = (found: typeof own) =>
          found.filter((f: { energy: number }) => f.energy < farthest - 1e-5);
        expect(inside(engine)).toEqual(inside(own));
      }
      const none = await runFake(['similar', 'a text', '--index', 'none'], options);
      expect(none).toMatchObject({ code: 2, out: '' });
    });
  });
});
