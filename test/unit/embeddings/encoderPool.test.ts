import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { EncoderPool } from '../../../server/src/node/encoder/encoderPool';
import { EncoderThread } from '../../../server/src/node/encoder/encoderThread';
import { modelFolder } from '../../../server/src/node/encoder/modelFolder';
import { fingerprint, startKernelEncoder } from '../../support/kernel';

const scriptDir = path.resolve('dist');
const modelDir = path.resolve('models/encoder');
const identity = { id: 'shipped', sha256: '' };
const texts = Array.from(
  { length: 700 },
  (_, i) => `Waits ${i} seconds${' and then some more'.repeat(i % 3)}.`,
);

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function startPool(threads: number): Promise<EncoderPool> {
  const pool = await EncoderPool.start({ scriptDir, modelDir, threads }, identity, 128);
  stops.push(() => pool.dispose());
  return pool;
}

describe('EncoderPool', { timeout: 120_000 }, () => {
  it.each([1, 3])('embeds as one thread does, in order, with up to %d threads', async (threads) => {
    const pool = await startPool(threads);
    expect(pool.backend).toBe('simd-kernel');
    const progress: number[] = [];
    const embeddings = await pool.encode(texts, { onProgress: (done) => progress.push(done) });
    const alone = await (await startKernelEncoder(modelFolder(modelDir))).encode(texts);
    const expected = fingerprint(alone);
    expect(fingerprint(embeddings)).toBe(expected);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(texts.length);
    // By now further threads have joined: the same again, through them.
    expect(fingerprint(await pool.encode(texts))).toBe(expected);
  });

  it('answers the foreground before what was asked for earlier', async () => {
    const pool = await startPool(1);
    const order: string[] = [];
    const background = pool.encode(texts).then(() => order.push('background'));
    const foreground = pool
      .encode(['Someone waits for this.'], { priority: 'foreground' })
      .then(() => order.push('foreground'));
    await Promise.all([background, foreground]);
    expect(order).toEqual(['foreground', 'background']);
  });

  it('gives up what is cancelled, and goes on with the rest', async () => {
    const pool = await startPool(1);
    const cancellation = new AbortController();
    const given = pool.encode(texts, {
      signal: cancellation.signal,
      onProgress: () => cancellation.abort(),
    });
    const kept = pool.encode(['This one is still wanted.']);
    await expect(given).rejects.toThrow(/abort/i);
    expect(await kept).toHaveLength(1);
    await expect(pool.encode(texts, { signal: cancellation.signal })).rejects.toThrow(/abort/i);
    expect(await pool.encode([])).toEqual([]);
  });

  it('rejects what it is working on when it is disposed of', async () => {
    const pool = await startPool(2);
    const encoding = pool.encode(texts);
    await Promise.all([expect(encoding).rejects.toThrow(/stopped/), pool.dispose()]);
    await expect(pool.encode(texts)).rejects.toThrow(/stopped/);
  });

  it('says what is wrong with a model', async () => {
    const empty = await mkdtemp(path.join(os.tmpdir(), 'text-twin-'));
    stops.push(() => rm(empty, { recursive: true }));
    const starting = EncoderPool.start({ scriptDir, modelDir: empty }, identity, 128);
    await expect(starting).rejects.toThrow(/manifest\.json cannot be read/);
  });
});

it('the fallback’s thread embeds as the kernel’s, within the tolerance', {
  timeout: 120_000,
}, async () => {
  const start = { modelDir, wasmDir: path.join(scriptDir, 'wasm'), threads: 1 };
  const thread = (await EncoderThread.start(
    path.join(scriptDir, 'tensorflowWorker.js'),
    start,
  )) as EncoderThread;
  stops.push(() => thread.stop());
  expect(thread.backend).toMatch(/wasm|tensorflow/);
  const few = texts.slice(0, 20);
  const values = await thread.encode(few).values;
  const expected = await (await startKernelEncoder(modelFolder(modelDir))).encode(few);
  expected.forEach((row, i) => {
    row.forEach((value, d) => {
      expect(Math.abs(value - (values[i * 128 + d] as number))).toBeLessThan(1e-4);
    });
  });
});
