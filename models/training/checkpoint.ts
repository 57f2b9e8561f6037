import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs-core';
import type { Variables } from './variables';

/** What makes a run what it is: all of it must agree for a checkpoint to be resumed. */
export type RunIdentity = Readonly<Record<string, string | number>>;

export interface CheckpointHeader {
  readonly step: number;
  readonly run: RunIdentity;
}

interface Header extends CheckpointHeader {
  readonly tensors: readonly { readonly name: string; readonly shape: number[] }[];
}

/** Writes header and tensors to one file, under a temporary name first: a crash never leaves half a file. */
export async function saveCheckpoint(
  file: string,
  header: CheckpointHeader,
  variables: Variables,
  optimizer: tf.Optimizer,
): Promise<void> {
  const named = [
    ...Object.entries(variables).map(([name, tensor]) => ({ name, tensor: tensor as tf.Tensor })),
    ...(await optimizer.getWeights()).map(({ name, tensor }) => ({ name: `adam:${name}`, tensor })),
  ];
  const tensors = named.map(({ name, tensor }) => ({ name, shape: tensor.shape }));
  const json = Buffer.from(`${JSON.stringify({ ...header, tensors } satisfies Header)}\n`);
  const parts = await Promise.all(
    named.map(async ({ tensor }) => Float32Array.from(await tensor.data())),
  );
  const bytes = parts.map((values) =>
    Buffer.from(values.buffer, values.byteOffset, values.byteLength),
  );
  await writeFile(`${file}.part`, Buffer.concat([json, ...bytes]));
  await rename(`${file}.part`, file);
}

/**
 * Loads a checkpoint into `variables` and `optimizer`, if there is one.
 *
 * @returns its header, or undefined when there is no file.
 * @throws Error naming the file when it is damaged or belongs to a run with other options.
 */
export async function loadCheckpoint(
  file: string,
  run: RunIdentity,
  variables: Variables,
  optimizer: tf.Optimizer,
): Promise<CheckpointHeader | undefined> {
  if (!existsSync(file)) return undefined;
  const buffer = await readFile(file);
  const end = buffer.indexOf(10);
  const header = JSON.parse(buffer.subarray(0, end).toString()) as Header;
  const differing = Object.keys(run).filter((option) => header.run?.[option] !== run[option]);
  if (differing.length > 0) {
    throw new Error(
      `${file} belongs to another run (${differing.join(', ')} differ): ` +
        'remove it, pass the options of that run, or choose another --work folder',
    );
  }
  let offset = end + 1;
  const moments: { name: string; tensor: tf.Tensor }[] = [];
  for (const { name, shape } of header.tensors) {
    const size = shape.reduce((product, n) => product * n, 1);
    const bytes = buffer.subarray(offset, offset + 4 * size);
    if (bytes.length !== 4 * size) throw new Error(`${file} is truncated: remove it to start anew`);
    offset += 4 * size;
    const tensor = tf.tensor(new Float32Array(Uint8Array.from(bytes).buffer), shape);
    const variable = variables[name as keyof Variables];
    if (variable) variable.assign(tensor);
    else moments.push({ name: name.replace(/^adam:/, ''), tensor });
  }
  await optimizer.setWeights(moments);
  return header;
}
