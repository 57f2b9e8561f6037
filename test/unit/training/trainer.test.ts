import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadCheckpoint, saveCheckpoint } from '../../../models/training/checkpoint';
import { createParameters, type Parameters } from '../../../models/training/engine/parameters';
import { RecurrentEngine } from '../../../models/training/engine/recurrentEngine';
import { type Lexicon, readLexicon } from '../../../models/training/lexicon/lexicon';
import { Trainer } from '../../../models/training/trainer';
import type { EnergyName } from '../../../server/src/core/energies/energy';
import { useBackend } from '../../support/backend';
import { smallBatches, teacher, tokenizer } from './support';

const sizes = { vocabulary: tokenizer.size, embedding: 8, units: 6, dimensions: 8 };
const STEPS = 25;
let lexicon: Lexicon;
let engine: RecurrentEngine;
let folder = '';

beforeAll(async () => {
  lexicon = await readLexicon('nowhere');
  engine = await RecurrentEngine.create(sizes);
});
beforeEach(async () => {
  await useBackend('wasm');
  folder = await mkdtemp(path.join(tmpdir(), 'text-twin-train-'));
});
afterEach(() => rm(folder, { recursive: true }));

function startRun(energy: EnergyName = 'euclidean'): Trainer {
  const options = { sizes, seed: 3, steps: STEPS, lastSteps: 5, energy, rate: 0.01 };
  const batches = smallBatches({ lexicon, teacher });
  return new Trainer(createParameters(sizes, 3), engine, batches, batches.forLastCourse(), options);
}

async function run(trainer: Trainer, from: number, to: number): Promise<number[]> {
  const losses: number[] = [];
  for (let step = from; step < to; step++) losses.push((await trainer.step(step)).loss);
  return losses;
}

const snapshot = (parameters: Parameters) => Object.values(parameters).map((v) => Array.from(v));

describe('Trainer', () => {
  it('lowers the loss, the same way each time', async () => {
    const [one, other] = [startRun(), startRun()];
    const losses = await run(one, 0, STEPS);
    expect(losses.at(-1)).toBeLessThan((losses[0] as number) * 0.8);
    expect(await run(other, 0, STEPS)).toEqual(losses);
    expect(snapshot(other.parameters)).toEqual(snapshot(one.parameters));
  });

  it.each(['manhattan', 'cosine'] as const)('learns with the %s energy as well', async (energy) => {
    const losses = await run(startRun(energy), 0, STEPS);
    expect(losses.at(-1)).toBeLessThan((losses[0] as number) * 0.85);
  });

  it('keeps no tensors', async () => {
    const before = tf.memory().numTensors;
    await startRun().step(0);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('goes on from a checkpoint as if it had never stopped', async () => {
    const file = path.join(folder, 'checkpoint.bin');
    const identity = { seed: 3, steps: STEPS };
    const first = startRun();
    await run(first, 0, 4);
    await saveCheckpoint(file, { step: 4, run: identity }, first.parameters, first.adam);
    const expected = await run(first, 4, 6);
    const resumed = startRun();
    const header = await loadCheckpoint(file, identity, resumed.parameters, resumed.adam);
    expect(header?.step).toBe(4);
    expect(await run(resumed, 4, 6)).toEqual(expected);
  });

  it('refuses a checkpoint of another run or one that is cut', async () => {
    const file = path.join(folder, 'checkpoint.bin');
    const { parameters, adam } = startRun();
    const identity = { seed: 3, steps: STEPS };
    await saveCheckpoint(file, { step: 1, run: identity }, parameters, adam);
    const load = (seed: number) => loadCheckpoint(file, { ...identity, seed }, parameters, adam);
    await expect(load(4)).rejects.toThrow(/another run/);
    const whole = await readFile(file);
    await writeFile(file, whole.subarray(0, whole.length - 9));
    await expect(load(3)).rejects.toThrow(/truncated/);
  });
});
