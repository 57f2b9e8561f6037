import { beforeAll, describe, expect, it } from 'vitest';
import { collectTexts } from '../../../bench/encoderTexts';
import { compileKernel } from '../../../server/src/core/embeddings/kernel/kernel';
import { KernelEncoder } from '../../../server/src/core/embeddings/kernel/kernelEncoder';
import { packModel } from '../../../server/src/core/embeddings/kernel/packedModel';
import { loadModel } from '../../../server/src/core/embeddings/loadModel';
import { TfEncoder } from '../../../server/src/core/embeddings/tfEncoder';
import { modelFolder } from '../../../server/src/node/encoder/modelFolder';
import { useBackend } from '../../support/backend';
import { fingerprint, readKernel, startKernelEncoder } from '../../support/kernel';
import { makeSmallModel } from '../../support/smallModel';

const TOLERANCE = 1e-4;
const folder = modelFolder('models/encoder');
/** Texts of one token, of a window exactly, of all windows, of more, and of nothing known. */
const hostile = [
  ...['', 'x', 'the', '日本語のコメント 😀', '\u0000', '%'.repeat(64)],
  ...[63, 64, 65, 511, 512, 700].map((words) => 'list '.repeat(words)),
  'Returns the number of elements in this list.',
];

/** The greatest difference of two components. */
function farthest(a: readonly Float32Array[], b: readonly Float32Array[]): number {
  expect(a.map((row) => row.length)).toEqual(b.map((row) => row.length));
  return Math.max(
    ...a.map((row, i) => Math.max(...row.map((v, d) => Math.abs(v - (b[i]?.[d] as number))))),
  );
}

async function reference(texts: readonly string[]): Promise<Float32Array[]> {
  const encoder = new TfEncoder(await loadModel(folder));
  const embeddings = await encoder.encode(texts);
  await encoder.dispose();
  return embeddings;
}

describe('KernelEncoder with the shipped model', { timeout: 180_000 }, () => {
  let passages: string[];
  beforeAll(async () => {
    await useBackend('wasm');
    passages = await collectTexts('.');
  });

  it('embeds real passages as the reference does', async () => {
    const encoder = await startKernelEncoder(folder);
    // Every third: the reference takes its time.
    const texts = passages.filter((_, i) => i % 3 === 0);
    expect(texts.length).toBeGreaterThan(500);
    expect(farthest(await encoder.encode(texts), await reference(texts))).toBeLessThan(TOLERANCE);
  });

  it('embeds texts of any length as the reference does', async () => {
    const encoder = await startKernelEncoder(folder);
    const embeddings = await encoder.encode(hostile);
    expect(farthest(embeddings, await reference(hostile))).toBeLessThan(TOLERANCE);
    for (const embedding of embeddings) expect(Math.hypot(...embedding)).toBeCloseTo(1, 5);
  });

  it.each([1, 2, 3, 7, 100])('gives the very same bits in batches of %d', async (rows) => {
    const texts = [...hostile, ...passages.slice(0, 150)];
    const expected = await (await startKernelEncoder(folder)).encode(texts);
    const embeddings = await (await startKernelEncoder(folder, rows)).encode(texts);
    expect(fingerprint(embeddings)).toBe(fingerprint(expected));
  });

  it('gives the very same bits on a memory that threads share', async () => {
    const texts = passages.slice(0, 200);
    const expected = await (await startKernelEncoder(folder)).encode(texts);
    const { packed } = await packModel(folder, await readKernel(true), { rows: 64, threads: 2 });
    expect(packed.memory.buffer).toBeInstanceOf(SharedArrayBuffer);
    const [one, two] = await Promise.all([0, 1].map((i) => KernelEncoder.start(packed, i)));
    const halves = await Promise.all([
      one?.encode(texts.slice(0, 100)),
      two?.encode(texts.slice(100)),
    ]);
    expect(fingerprint(halves.flat())).toBe(fingerprint(expected));
  });

  it('stops between batches when aborted', async () => {
    const encoder = await startKernelEncoder(folder, 1);
    const cancellation = new AbortController();
    const onProgress = () => cancellation.abort();
    const encoding = encoder.encode(hostile, { signal: cancellation.signal, onProgress });
    await expect(encoding).rejects.toThrow(/abort/i);
  });
});

describe('the kernel', { timeout: 180_000 }, () => {
  beforeAll(() => useBackend('cpu'));

  it('embeds with sizes that fill no vector', async () => {
    // Untrained weights are so small that scaling to unit length would magnify the rounding.
    const files = await makeSmallModel({ weightFactor: 4 });
    const texts = ['a', 'list of elements', 'the size of the list returns how many items', '?'];
    const encoder = await startKernelEncoder(files, 3);
    const expected = await new TfEncoder(await loadModel(files)).encode(texts);
    expect(farthest(await encoder.encode(texts), expected)).toBeLessThan(TOLERANCE);
  });

  it.each([0, 4, 100, 1000])('stays finite with weights %d times as large', async (factor) => {
    const files = await makeSmallModel({ weightFactor: factor });
    const texts = ['a', 'the size of the list returns how many items', 'list '.repeat(64)];
    const embeddings = await (await startKernelEncoder(files)).encode(texts);
    const expected = await new TfEncoder(await loadModel(files)).encode(texts);
    expect(embeddings.flatMap((row) => [...row]).every(Number.isFinite)).toBe(true);
    // Large pre-activations are told apart less finely; they saturate.
    expect(farthest(embeddings, expected)).toBeLessThan(factor > 4 ? 1e-2 : TOLERANCE);
  });

  it('is not there for an engine that does not know its instructions', async () => {
    const binary = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0x7f);
    expect(await compileKernel(binary, false)).toBeUndefined();
  });
});
