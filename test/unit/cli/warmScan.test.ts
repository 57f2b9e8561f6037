import { rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AnswerMemory } from '../../../server/src/core/snapshot/answerMemory';
import { WorkspaceMemory } from '../../../server/src/core/snapshot/workspaceMemory';
import { createTwinFinder } from '../../../server/src/core/twins/createTwinFinder';
import { keysOf } from '../../../server/src/node/cache/keysOf';
import { SnapshotFiles } from '../../../server/src/node/cache/snapshotFiles';
import { type FileSystem, nodeFileSystem } from '../../../server/src/node/files/fileSystem';
import { BagOfWordsEncoder } from '../../support/bagOfWordsEncoder';
import { bagOfWordsScoring } from '../../support/bagOfWordsFinder';
import { filesIn } from '../cache/support';
import { tempFolder } from '../node/tempFolder';
import { fakeHandle } from './support/fakeFinder';
import { runFake } from './support/runFake';

const RETRY = 'Retries a failed request up to three times before it gives up for good.';
const CLOSE = 'Closes the underlying file and flushes whatever is buffered.';
const source = (...prose: string[]) => prose.map((text) => `// ${text}\nrun();\n`).join('\n');

/** Times that are believed: the disk's, a minute earlier. */
const earlier: FileSystem['facts'] = async (path) => {
  const facts = await nodeFileSystem.facts(path);
  return { ...facts, modified: facts.modified - 60_000, changed: facts.changed - 60_000 };
};

/** Scans with a real finder that keeps snapshots, as the product does; tells what was read and embedded. */
async function scan(
  cwd: string,
  cacheFolder: string,
  args: readonly string[] = [],
  facts = nodeFileSystem.facts,
) {
  const encoder = new BagOfWordsEncoder();
  const read: string[] = [];
  const { code, out, err } = await runFake(['scan', '--format', 'json', ...args], {
    cwd,
    cacheFolder,
    fileSystem: {
      ...nodeFileSystem,
      facts,
      read: (path) => {
        read.push(path.slice(cwd.length + 1));
        return nodeFileSystem.read(path);
      },
    },
    createFinder: async (folder) => {
      const finder = createTwinFinder(encoder, bagOfWordsScoring);
      const warn = (message: string) => expect.fail(message);
      const { thresholds } = bagOfWordsScoring;
      if (folder === undefined) return { ...fakeHandle(), finder, thresholds };
      const files = new SnapshotFiles({ folder, warn });
      const memory = new WorkspaceMemory(finder, files, 'test', keysOf);
      const answers = new AnswerMemory(files, 'test');
      return { ...fakeHandle(), finder, memory, answers, thresholds };
    },
  });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const { groups, skipped, stats, threshold } = JSON.parse(out);
  const { files, passages, silenced } = stats;
  const sources = read.filter((path) => path.endsWith('.ts'));
  const found = { groups, skipped, threshold, files, passages, silenced };
  return { found, sources, embedded: encoder.embedded.length };
}

describe('a second scan', () => {
  it('reads what has changed, and finds what a scan without cache finds', async () => {
    const cwd = await tempFolder({
      'a.ts': source(RETRY, CLOSE),
      'b.ts': source(RETRY),
      'c.ts': source(CLOSE),
    });
    const old = new Date(Date.now() - 3600_000);
    const cache = await tempFolder({});
    const place = (name: string) => join(cwd, name);
    // The times of a file that is made now are not trusted.
    const fresh = await scan(cwd, cache);
    expect(fresh.sources).toEqual(['a.ts', 'b.ts', 'c.ts']);
    expect(fresh.found.groups).toHaveLength(2);
    for (const change of [
      () => Promise.resolve(),
      () => writeFile(place('b.ts'), source(CLOSE)),
      () => writeFile(place('d.ts'), source(RETRY)),
      () => rm(place('c.ts')),
      () => utimes(place('a.ts'), old, old),
    ]) {
      await change();
      const { found } = await scan(cwd, cache);
      const without = await scan(cwd, cache, ['--no-cache']);
      expect(found).toEqual(without.found);
      expect(without.embedded).toBeGreaterThan(0);
    }
    // None of those texts is embedded again, though every file is too young to be believed.
    expect((await scan(cwd, cache)).embedded).toBe(0);
    // Other files of the same folder are another workspace.
    expect((await scan(cwd, cache, ['--include', 'a.ts'])).sources).toEqual(['a.ts']);
    expect(await filesIn(cache)).toHaveLength(2);
  });

  it('of the very same files is answered by the last one, and by none other', async () => {
    const cwd = await tempFolder({
      'a.ts': source(RETRY, CLOSE),
      'b.ts': source(RETRY),
      'c.ts': source(CLOSE),
      'no.ts': '\0',
    });
    const old = new Date(Date.now() - 3600_000);
    const cache = await tempFolder({});
    const place = (name: string) => join(cwd, name);
    const first = await scan(cwd, cache, [], earlier);
    expect(first.found.groups).toHaveLength(2);
    const second = await scan(cwd, cache, [], earlier);
    // What is no text is looked at each time.
    expect(second).toEqual({ found: first.found, sources: ['no.ts'], embedded: 0 });
    for (const change of [
      () => writeFile(place('b.ts'), source(CLOSE)),
      () => writeFile(place('d.ts'), source(RETRY)),
      () => rm(place('c.ts')),
      () => writeFile(place('no.ts'), source(CLOSE)),
      () => utimes(place('a.ts'), old, old),
      () => writeFile(place('.texttwin.json'), '{ "sensitivity": "strict" }'),
      () => writeFile(place('.texttwin.json'), '{ "minWords": 12 }'),
      () => writeFile(place('.texttwin.json'), '{}'),
    ]) {
      await change();
      const { found } = await scan(cwd, cache, [], earlier);
      const without = await scan(cwd, cache, ['--no-cache'], earlier);
      expect(found).toEqual(without.found);
      expect((await scan(cwd, cache, [], earlier)).found).toEqual(without.found);
    }
    const last = await scan(cwd, cache, [], earlier);
    expect(last.sources).toEqual([]);
    for (const args of [
      ['--threshold', '0.1'],
      ['--no-filter', 'all'],
    ]) {
      const { found } = await scan(cwd, cache, args, earlier);
      expect(found).toEqual((await scan(cwd, cache, ['--no-cache', ...args], earlier)).found);
    }
  });
});
