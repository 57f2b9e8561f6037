import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readStartingPoint } from '../../../models/training/startingPoint';
import { type TrainOptions, train } from '../../../models/training/train';
import { useBackend } from '../../support/backend';

let folder = '';
let log: string[] = [];
beforeEach(async () => {
  await useBackend('wasm');
  folder = await mkdtemp(path.join(tmpdir(), 'text-twin-train-'));
  log = [];
});
afterEach(() => rm(folder, { recursive: true }));

async function options(changes: Partial<TrainOptions>): Promise<TrainOptions> {
  const nouns = ['file', 'socket', 'row', 'user', 'page', 'key', 'lock', 'queue', 'frame', 'token'];
  const verbs = ['Closes', 'Opens', 'Returns', 'Deletes', 'Copies', 'Counts', 'Prints', 'Sorts'];
  const lines = verbs.flatMap((verb) =>
    nouns.flatMap((noun, i) => [
      { a: `${verb} the ${noun}.`, b: `This ${verb.toLowerCase()} a ${noun}.`, y: 1 },
      { a: `${verb} each ${noun} once.`, b: `${verb} every ${noun} one time.`, y: 1 },
      { a: `${verb} the ${noun}.`, b: `${verb} the ${nouns[(i + 1) % nouns.length]}.`, y: 0 },
    ]),
  );
  const pairs = path.join(folder, 'mine.jsonl');
  await writeFile(pairs, lines.map((line) => JSON.stringify(line)).join('\n'));
  return {
    pairs: [pairs],
    peers: folder,
    work: path.join(folder, 'work'),
    output: path.join(folder, 'model'),
    steps: 3,
    lastSteps: 1,
    wordSteps: 1,
    seed: 1,
    vocabulary: 200,
    rate: 0.0003,
    energy: 'euclidean',
    without: new Set(),
    threads: 1,
    log: (line) => log.push(line),
    ...changes,
  };
}

describe('train', () => {
  it('goes on from the shipped model with a few pairs of one’s own', async () => {
    await train(await options({ from: 'models/encoder' }));
    const [shipped, tuned] = await Promise.all([
      readStartingPoint('models/encoder'),
      readStartingPoint(path.join(folder, 'model')),
    ]);
    expect(tuned.manifest.sizes).toEqual(shipped.manifest.sizes);
    // Three steps move the weights, and 160 pairs are too few for another calibration.
    expect(tuned.manifest.calibration).toEqual(shipped.manifest.calibration);
    expect(tuned.parameters['forward/kernel']).not.toEqual(shipped.parameters['forward/kernel']);
    expect(log.join('\n')).toContain(`no teacher in ${folder}`);
    expect(await readdir(path.join(folder, 'model'))).toContain('golden.json');
  });

  it('says before it starts that a few pairs do not make a model from nothing', async () => {
    await expect(train(await options({}))).rejects.toThrow(
      /too few held-out pairs.*--from models.encoder/,
    );
    expect(log.some((line) => line.startsWith('learning'))).toBe(false);
  });

  it('refuses another energy than that of the model it goes on from', async () => {
    const chosen = await options({ from: 'models/encoder', energy: 'cosine' });
    await expect(train(chosen)).rejects.toThrow(/has the euclidean energy, not cosine/);
  });
});
