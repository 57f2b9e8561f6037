import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { explainFileError } from '../../node/files/fileErrors';
import type { CliEnvironment } from '../environment';
import { InputError } from '../errors';

/** Bytes taken at once: a thousand pairs or so, enough to keep the encoder's batches full. */
const CHUNK_BYTES = 1 << 20;
const GZIP_MARK = [0x1f, 0x8b];

/** Bytes to come; a failure to read them is an `InputError`. */
export type PairSource = AsyncIterable<Uint8Array>;

/**
 * Opens a pairs file, gzipped or not; `-` is standard input.
 *
 * @throws InputError naming the file when it is not there.
 */
export async function openPairs(
  name: string,
  { terminal, fileSystem }: CliEnvironment,
): Promise<PairSource> {
  if (name === '-') return readChunks(terminal.stdin, 'standard input');
  const path = resolve(terminal.cwd, name);
  try {
    const { isDirectory } = await fileSystem.facts(path);
    if (isDirectory) throw Object.assign(new Error(name), { code: 'EISDIR' });
  } catch (error) {
    throw new InputError(`cannot read "${name}": ${explainFileError(error)}`);
  }
  return readChunks(createReadStream(path, { highWaterMark: CHUNK_BYTES }), `"${name}"`);
}

async function* readChunks(
  source: AsyncIterable<Uint8Array>,
  what: string,
): AsyncGenerator<Uint8Array> {
  try {
    const input = source[Symbol.asyncIterator]();
    const first = await input.next();
    if (first.done) return;
    const whole = resume(first.value, input);
    const isGzip = GZIP_MARK.every((byte, i) => first.value[i] === byte);
    yield* isGzip ? gunzip(whole) : whole;
  } catch (error) {
    const code = (error as { code?: string }).code;
    const reason = code?.startsWith('Z_') ? 'its gzip data is damaged' : explainFileError(error);
    throw new InputError(`cannot read ${what}: ${reason}`);
  }
}

function gunzip(compressed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const plain = createGunzip({ chunkSize: CHUNK_BYTES });
  // `pipeline` hands a failure of either stream to whoever reads `plain`.
  pipeline(Readable.from(compressed), plain, () => {});
  return plain;
}

async function* resume(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
