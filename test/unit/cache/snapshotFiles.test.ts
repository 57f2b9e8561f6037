import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SnapshotFiles } from '../../../server/src/node/cache/snapshotFiles';
import { tempFolder } from '../node/tempFolder';
import { embedThrough, filesIn, makeTexts } from './support';

const fail = (message: string) => {
  throw new Error(message);
};
const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = async (files: SnapshotFiles, identity: string) => {
  const read = await files.read(identity);
  return read && new TextDecoder().decode(read);
};

describe('snapshots in a cache folder', () => {
  it('are read as they were written last, by any process', async () => {
    const folder = join(await tempFolder({}), 'made');
    const [one, other] = [0, 1].map(() => new SnapshotFiles({ folder, warn: fail })) as [
      SnapshotFiles,
      SnapshotFiles,
    ];
    expect(await one.read('a')).toBeUndefined();
    await one.write('a', [bytes('first '), bytes('half')]);
    await one.write('b', [bytes('of another workspace')]);
    expect(await textOf(other, 'a')).toBe('first half');
    await other.write('a', [bytes('second')]);
    expect([await textOf(one, 'a'), await textOf(one, 'b')]).toEqual([
      'second',
      'of another workspace',
    ]);
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('survive writing at the same time', async () => {
    const folder = await tempFolder({});
    const texts = Array.from({ length: 8 }, (_, i) => `${i}`.repeat(10_000));
    await Promise.all(
      texts.map((text) => new SnapshotFiles({ folder, warn: fail }).write('a', [bytes(text)])),
    );
    expect(texts).toContain(await textOf(new SnapshotFiles({ folder, warn: fail }), 'a'));
    expect((await readdir(folder)).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('are for this user alone', async () => {
    const folder = await tempFolder({});
    await new SnapshotFiles({ folder, warn: fail }).write('a', [bytes('text')]);
    const [file = ''] = await filesIn(folder);
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it('stand beside embeddings, within the same bound', async () => {
    const folder = await tempFolder({});
    const limits = { folderBytes: 300_000, segmentBytes: 100_000, smallSegments: 8 };
    const files = new SnapshotFiles({ folder, warn: fail, limits });
    await embedThrough(folder, makeTexts(100));
    await files.write('a', [bytes('x'.repeat(100_000))]);
    expect((await embedThrough(folder, makeTexts(100))).embedded).toBe(0);
    expect((await textOf(files, 'a'))?.length).toBe(100_000);
    let made = 0;
    async function* endless() {
      for (;;) {
        made++;
        yield bytes('x'.repeat(60_000));
      }
    }
    await files.write('too large', endless());
    expect([made, await files.read('too large')]).toEqual([3, undefined]);
    expect((await readdir(folder)).filter((name) => name.endsWith('.partial'))).toEqual([]);
    for (const name of 'bcd') await files.write(name, [bytes('x'.repeat(100_000))]);
    const sizes = await Promise.all((await filesIn(folder)).map(async (f) => (await stat(f)).size));
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(limits.folderBytes);
    expect((await textOf(files, 'd'))?.length).toBe(100_000);
  });

  it('are done without where the folder is no folder, and it is told', async () => {
    const folder = join(await tempFolder({ file: '' }), 'file');
    const told: string[] = [];
    const files = new SnapshotFiles({ folder, warn: (message) => void told.push(message) });
    await files.write('a', [bytes('text')]);
    expect(await files.read('a')).toBeUndefined();
    expect(told).toEqual([expect.stringMatching(/is not kept for the next start: .*file/)]);
    expect(await readFile(folder, 'utf8')).toBe('');
  });
});
