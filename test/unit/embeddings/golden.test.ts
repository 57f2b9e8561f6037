import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Golden } from '../../../models/training/golden';
import type { Encoder } from '../../../server/src/core/embeddings/encoder';
import { loadModel } from '../../../server/src/core/embeddings/loadModel';
import { TfEncoder } from '../../../server/src/core/embeddings/tfEncoder';
import { modelFolder } from '../../../server/src/node/encoder/modelFolder';
import { useBackend } from '../../support/backend';
import { startKernelEncoder } from '../../support/kernel';

/** What rounding the weights, word vectors to bytes and all else to half precision, may move a component; the model card says so too. */
const ROUNDING = 5e-3;

const folder = modelFolder('models/encoder');
const encoders: readonly (readonly [string, () => Promise<Encoder>])[] = [
  ['the fallback', async () => new TfEncoder(await loadModel(folder))],
  ['the kernel', () => startKernelEncoder(folder)],
];

let golden: Golden;
let inferred: readonly Float32Array[];
beforeAll(async () => {
  await useBackend('wasm');
  golden = JSON.parse(await readFile('models/encoder/golden.json', 'utf8'));
});

const farthest = (rows: readonly (readonly number[])[]) =>
  Math.max(
    ...rows.flatMap((row, i) => row.map((value, d) => Math.abs(value - (inferred[i]?.[d] ?? 9)))),
  );

describe.each(encoders)('the shipped model on %s', (_, start) => {
  beforeAll(async () => {
    const encoder = await start();
    inferred = await encoder.encode(golden.texts);
    await encoder.dispose();
  });

  it('embeds as the training engine did with the same weights', () => {
    expect(golden.texts.length).toBeGreaterThan(10);
    expect(farthest(golden.shipped)).toBeLessThan(1e-4);
  });

  it('embeds nearly as before its weights were rounded', () => {
    const moved = farthest(golden.unrounded);
    expect(moved).toBeLessThan(ROUNDING);
    expect(moved).toBeGreaterThan(0);
  });
});
