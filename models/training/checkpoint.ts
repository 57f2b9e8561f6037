import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import type { Adam } from './adam';
import { PARAMETER_NAMES, type Parameters } from './engine/parameters';

/** What makes a run what it is: all of it must agree for a checkpoint to be resumed. */
export type RunIdentity = Readonly<Record<string, string | number>>;

export interface CheckpointHeader {
  readonly step: number;
  readonly run: RunIdentity;
}

/** Everything that changes in training, in the order it is written. */
function arraysOf(parameters: Parameters, adam: Adam): Float32Array[] {
  return [parameters, adam.means, adam.squares].flatMap((group) =>
    PARAMETER_NAMES.map((name) => group[name]),
  );
}

/** Writes header and arrays to one file, under a temporary name first: a crash never leaves half a file. */
export async function saveCheckpoint(
  file: string,
  header: CheckpointHeader,
  parameters: Parameters,
  adam: Adam,
): Promise<void> {
  const bytes = arraysOf(parameters, adam).map((values) =>
    Buffer.from(values.buffer, values.byteOffset, values.byteLength),
  );
  await writeFile(
    `${file}.part`,
    Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...bytes]),
  );
  await rename(`${file}.part`, file);
}

/**
 * Loads a checkpoint into `parameters` and `adam`, if there is one.
 *
 * @returns its header, or undefined when there is no file.
 * @throws Error naming the file when it is damaged or belongs to a run with other options.
 */
export async function loadCheckpoint(
  file: string,
  run: RunIdentity,
  parameters: Parameters,
  adam: Adam,
): Promise<CheckpointHeader | undefined> {
  if (!existsSync(file)) return undefined;
  const buffer = await readFile(file);
  const end = buffer.indexOf(10);
  const header = JSON.parse(buffer.subarray(0, end).toString()) as CheckpointHeader;
  const differing = Object.keys(run).filter((option) => header.run?.[option] !== run[option]);
  if (differing.length > 0) {
    throw new Error(
      `${file} belongs to another run (${differing.join(', ')} differ): ` +
        'remove it, pass the options of that run, or choose another --work folder',
    );
  }
  const arrays = arraysOf(parameters, adam);
  const wanted = arrays.reduce((sum, values) => sum + values.byteLength, end + 1);
  if (buffer.length !== wanted) {
    throw new Error(`${file} is truncated: remove it to start anew`);
  }
  let offset = end + 1;
  for (const values of arrays) {
    const copy = Uint8Array.prototype.slice.call(buffer, offset, offset + values.byteLength);
    values.set(new Float32Array(copy.buffer, copy.byteOffset, values.length));
    offset += values.byteLength;
  }
  return header;
}
