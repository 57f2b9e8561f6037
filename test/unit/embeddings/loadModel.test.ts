import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { packModel } from '../../../server/src/core/embeddings/kernel/packedModel';
import { loadModel } from '../../../server/src/core/embeddings/loadModel';
import { ModelError } from '../../../server/src/core/embeddings/modelFiles';
import { readWeights } from '../../../server/src/core/embeddings/weightFile';
import { useBackend } from '../../support/backend';
import { readKernel } from '../../support/kernel';
import { makeSmallModel, type SmallModel, smallSizes } from '../../support/smallModel';

beforeAll(() => useBackend('cpu'));

/** The two ways to load a model: onto a tfjs backend, and into the kernel's memory. */
const loaders: readonly ((model: SmallModel) => Promise<unknown>)[] = [
  loadModel,
  async (model) => packModel(model, await readKernel(), { rows: 4, threads: 1 }),
];

/** Damages a whole model and expects one clear error that names the file and the remedy, and no leak. */
async function refuses(file: string, damage: (model: SmallModel) => void): Promise<void> {
  const model = await makeSmallModel();
  damage(model);
  const before = tf.memory().numTensors;
  for (const load of loaders) {
    const error = await load(model).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ModelError);
    expect((error as Error).message).toContain(`memory/${file}`);
    expect((error as Error).message).toMatch(
      /Reinstall Text Twin, or make a model with `npm run train`/,
    );
  }
  expect(tf.memory().numTensors).toBe(before);
}

const withBytes =
  (file: string, change: (bytes: Uint8Array) => Uint8Array) => (model: SmallModel) =>
    model.contents.set(file, change(Uint8Array.from(model.contents.get(file) ?? [])));

const flipBit = (bytes: Uint8Array) => {
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
  return bytes;
};

describe('loadModel', () => {
  it('loads a whole model, and frees all of it', async () => {
    const files = await makeSmallModel();
    const before = tf.memory().numTensors;
    const model = await loadModel(files);
    expect(model.identity).toEqual({
      id: 'small',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    model.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it.each(['manifest.json', 'model.json', 'weights.bin', 'tokenizer.json'])(
    'refuses a folder without %s',
    (file) => refuses(file, (model) => model.contents.delete(file)),
  );

  it.each(['model.json', 'weights.bin', 'tokenizer.json'])('refuses a truncated %s', (file) =>
    refuses(
      file,
      withBytes(file, (bytes) => bytes.subarray(0, bytes.length - 1)),
    ),
  );

  it.each(['model.json', 'weights.bin', 'tokenizer.json'])(
    'refuses one flipped bit in %s',
    (file) => refuses(file, withBytes(file, flipBit)),
  );

  it('refuses a manifest that is not JSON', () =>
    refuses(
      'manifest.json',
      withBytes('manifest.json', (bytes) => bytes.subarray(1)),
    ));

  it.each([
    ['id', (manifest: Record<string, unknown>) => delete manifest.id],
    ['sizes', (manifest: Record<string, unknown>) => delete manifest.sizes],
    [
      'energy',
      (manifest: Record<string, unknown>) => Object.assign(manifest, { energy: 'chebyshev' }),
    ],
    ['files', (manifest: Record<string, unknown>) => Object.assign(manifest, { files: [] })],
    ['calibration', (manifest: Record<string, unknown>) => delete manifest.calibration],
    [
      'thresholds',
      (manifest: Record<string, unknown>) => Object.assign(manifest, { thresholds: { strict: 2 } }),
    ],
  ])('refuses a manifest without a usable "%s"', (_, edit) =>
    refuses('manifest.json', (model) => model.editManifest(edit)),
  );

  it('refuses weights of other shapes than the manifest says', () =>
    refuses('weights.bin', (model) =>
      model.editManifest((manifest) => Object.assign(manifest.sizes as object, { units: 6 })),
    ));

  it('refuses a weight that is not finite', async () => {
    const model = await makeSmallModel({ weightFactor: 1e9 });
    for (const load of loaders) {
      await expect(load(model)).rejects.toThrow(/weights\.bin.*not.*finite/s);
    }
  });

  it('refuses bytes that stand for no number', async () => {
    const model = await makeSmallModel();
    const json = JSON.parse(Buffer.from(model.contents.get('model.json') ?? []).toString());
    const [words] = json.weightsManifest[0].weights;
    expect(words.quantization.dtype).toBe('uint8');
    words.quantization.scale = 'much';
    expect(() =>
      readWeights(
        json.weightsManifest,
        model.contents.get('weights.bin') ?? new Uint8Array(),
        smallSizes,
      ),
    ).toThrow(/words\/embeddings.*not finite/);
  });

  it('refuses a vocabulary of another size than the manifest says', () =>
    refuses('tokenizer.json', (model) =>
      model.editManifest((manifest) => Object.assign(manifest.sizes as object, { vocabulary: 9 })),
    ));
});
