import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { Calibration } from '../energies/calibration';
import type { ModelIdentity } from './encoder';
import type { EncoderWeights } from './forward';
import { type Manifest, MODEL_FILES, manifestFrom } from './manifest';
import { weightsOf } from './network';
import { Tokenizer, type TokenizerFile } from './tokenizer';

/** Where a model's files come from: a folder, a URL, an editor's file system, memory. */
export interface ModelFiles {
  /** For messages: the folder as people know it. */
  readonly location: string;
  /** @throws when the file cannot be read. */
  read(name: string): Promise<Uint8Array>;
}

/** What the model folder says without its weights: enough to score energies, not to embed. */
export interface ModelDescription {
  readonly identity: ModelIdentity;
  readonly manifest: Manifest;
  readonly calibration: Calibration;
}

/** A model whose files have all been verified. */
export interface LoadedModel extends ModelDescription {
  readonly tokenizer: Tokenizer;
  readonly weights: EncoderWeights;
  dispose(): void;
}

/** The model cannot be used; the message names the file and says what to do. */
export class ModelError extends Error {
  override readonly name = 'ModelError';

  constructor(files: ModelFiles, file: string, problem: string) {
    super(
      `The model file ${files.location}/${file} ${problem}. ` +
        'Reinstall Text Twin, or make a model with `npm run train`.',
    );
  }
}

/**
 * Reads the manifest alone.
 *
 * @throws ModelError
 */
export async function describeModel(files: ModelFiles): Promise<ModelDescription> {
  const bytes = await readFile(files, 'manifest.json');
  const manifest = parse(files, 'manifest.json', () => manifestFrom(JSON.parse(decode(bytes))));
  const identity = { id: manifest.id, sha256: await sha256(bytes) };
  return { identity, manifest, calibration: new Calibration(manifest.calibration) };
}

/**
 * Loads a model onto the current tfjs backend and verifies it: sizes and SHA-256 of all files, the
 * tokenizer's vocabulary, the shape of each weight, finite numbers.
 *
 * @throws ModelError at the first thing that is off; nothing is left allocated.
 */
export async function loadModel(files: ModelFiles): Promise<LoadedModel> {
  const description = await describeModel(files);
  const { manifest } = description;
  const contents = new Map<string, Uint8Array>();
  for (const name of MODEL_FILES) contents.set(name, await readVerified(files, manifest, name));
  const bytesOf = (name: (typeof MODEL_FILES)[number]) => contents.get(name) as Uint8Array;
  const tokenizer = parse(files, 'tokenizer.json', () => {
    const made = new Tokenizer(JSON.parse(decode(bytesOf('tokenizer.json'))) as TokenizerFile);
    if (made.size === manifest.sizes.vocabulary) return made;
    throw new Error(`it has ${made.size} pieces, the manifest says ${manifest.sizes.vocabulary}`);
  });
  const model = await readNetwork(files, bytesOf('model.json'), bytesOf('weights.bin'));
  try {
    const weights = parse(files, 'weights.bin', () => {
      const taken = weightsOf(model, manifest.sizes);
      requireFinite(model);
      return taken;
    });
    return { ...description, tokenizer, weights, dispose: () => void model.dispose() };
  } catch (error) {
    model.dispose();
    throw error;
  }
}

async function readNetwork(
  files: ModelFiles,
  topology: Uint8Array,
  weights: Uint8Array,
): Promise<layers.LayersModel> {
  try {
    const { modelTopology, weightsManifest } = JSON.parse(decode(topology)) as tf.io.ModelJSON;
    return await layers.loadLayersModel(
      tf.io.fromMemory({
        modelTopology,
        weightSpecs: weightsManifest.flatMap((group) => group.weights),
        weightData: weights.slice().buffer,
      }),
    );
  } catch (error) {
    throw new ModelError(
      files,
      'model.json',
      `does not describe the encoder (${messageOf(error)})`,
    );
  }
}

async function readVerified(
  files: ModelFiles,
  manifest: Manifest,
  name: string,
): Promise<Uint8Array> {
  const expected = manifest.files.find(({ path }) => path === name);
  const bytes = await readFile(files, name);
  if (bytes.length !== expected?.bytes) {
    const problem = `has ${bytes.length} bytes where the manifest says ${expected?.bytes}: it is truncated or of another version`;
    throw new ModelError(files, name, problem);
  }
  if ((await sha256(bytes)) !== expected.sha256) {
    throw new ModelError(files, name, 'does not match its SHA-256 in the manifest: it is damaged');
  }
  return bytes;
}

async function readFile(files: ModelFiles, name: string): Promise<Uint8Array> {
  try {
    return await files.read(name);
  } catch (error) {
    throw new ModelError(files, name, `cannot be read (${messageOf(error)})`);
  }
}

function parse<T>(files: ModelFiles, name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new ModelError(files, name, `is not valid: ${messageOf(error)}`);
  }
}

function requireFinite(model: layers.LayersModel): void {
  tf.tidy(() => {
    for (const weight of model.getWeights()) {
      const sum = tf.sum(tf.abs(weight)).dataSync()[0] as number;
      if (!Number.isFinite(sum)) throw new Error('a weight is not a finite number');
    }
  });
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
