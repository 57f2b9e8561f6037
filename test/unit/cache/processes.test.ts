import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { BLOCK_HEAD_BYTES, indexBytes } from '../../../server/src/core/embeddings/cache/block';
import { HEADER_BYTES } from '../../../server/src/core/embeddings/cache/segmentHeader';
import { BagOfWordsEncoder } from '../../support/bagOfWordsEncoder';
import { tempFolder } from '../node/tempFolder';
import { bytesOf, embedThrough, filesIn, makeTexts } from './support';

const script = resolve('node_modules/.cache/text-twin/writerProcess.cjs');

beforeAll(async () => {
  const entryPoints = [resolve(import.meta.dirname, 'writerProcess.ts')];
  await build({ entryPoints, outfile: script, bundle: true, platform: 'node', target: 'node20' });
});

function write(folder: string, subject: string, count: number): ChildProcess {
  return spawn(process.execPath, [script, folder, subject, String(count)], { stdio: 'inherit' });
}

describe('processes that share a cache', () => {
  it('write at once and all that they wrote is there', async () => {
    const folder = join(await tempFolder({}), 'cache');
    const subjects = ['list', 'file', 'socket', 'list'];
    const children = subjects.map((subject) => write(folder, subject, 2000));
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]));
    expect(codes).toEqual([0, 0, 0, 0]);
    const texts = ['list', 'file', 'socket'].flatMap((subject) => makeTexts(2000, subject));
    const { embedded, embeddings } = await embedThrough(folder, texts);
    expect(embedded).toBe(0);
    expect(bytesOf(embeddings)).toBe(bytesOf(await new BagOfWordsEncoder().encode(texts)));
  });

  it('may be killed at any moment: what is on the disk in whole is used, the rest embedded anew', async () => {
    const texts = makeTexts(9_000, 'list');
    const expected = bytesOf(await new BagOfWordsEncoder().encode(texts));
    const blockBytes = BLOCK_HEAD_BYTES + indexBytes(256) + 256 * 4 * 64;
    for (const blocks of [0, 3, 20]) {
      const folder = join(await tempFolder({}), 'cache');
      const child = write(folder, 'list', 0);
      const exited = once(child, 'exit');
      await expect
        .poll(() => sizeOfFirst(folder), { interval: 1, timeout: 50_000 })
        .toBeGreaterThan(HEADER_BYTES + blocks * blockBytes);
      child.kill('SIGKILL');
      await exited;
      const size = await sizeOfFirst(folder);
      const whole = Math.floor((size - HEADER_BYTES) / blockBytes);
      const { embedded, embeddings } = await embedThrough(folder, texts);
      expect(texts.length - embedded).toBe(Math.min(9_000, whole * 256));
      expect(bytesOf(embeddings)).toBe(expected);
    }
  });
});

async function sizeOfFirst(folder: string): Promise<number> {
  const [first] = await filesIn(folder).catch(() => []);
  return first === undefined ? 0 : (await stat(first)).size;
}
