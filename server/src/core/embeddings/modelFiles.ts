import { Calibration } from '../energies/calibration';
import type { ModelIdentity } from './encoder';
import { type Manifest, MODEL_FILES, manifestFrom } from './manifest';
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

/** The files of a model, verified; the network is not read yet. */
export interface VerifiedModel extends ModelDescription {
  readonly tokenizer: Tokenizer;
  /** `model.json` */
  readonly topology: Uint8Array;
  /** `weights.bin` */
  readonly weightData: Uint8Array;
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
 * Reads all files and verifies sizes and SHA-256 of each, and the tokenizer's vocabulary.
 *
 * @throws ModelError at the first thing that is off.
 */
export async function readModelFiles(files: ModelFiles): Promise<VerifiedModel> {
  const description = await describeModel(files);
  const { manifest } = description;
  const [topology, weightData, pieces] = await Promise.all(
    MODEL_FILES.map((name) => readVerified(files, manifest, name)),
  );
  const tokenizer = parse(files, 'tokenizer.json', () => {
    const made = new Tokenizer(JSON.parse(decode(pieces as Uint8Array)) as TokenizerFile);
    if (made.size === manifest.sizes.vocabulary) return made;
    throw new Error(`it has ${made.size} pieces, the manifest says ${manifest.sizes.vocabulary}`);
  });
  return {
    ...description,
    tokenizer,
    topology: topology as Uint8Array,
    weightData: weightData as Uint8Array,
  };
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

/** What `read` answers; what it throws becomes a ModelError that names the file. */
export function parse<T>(files: ModelFiles, name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new ModelError(files, name, `is not valid: ${messageOf(error)}`);
  }
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
export const messageOf = (error: unknown) =>
  error instanceof Error ? error.message : String(error);
