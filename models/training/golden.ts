import { writeFile } from 'node:fs/promises';
import type { Embed } from '../../server/src/core/energies/weighPairs';

/** Texts whose embeddings are kept beside the model, to see that inference still computes what training did. */
export const GOLDEN_TEXTS: readonly string[] = [
  'Closes the connection and releases its socket.',
  'Returns the number of retries that are left, or -1 if there is no limit.',
  'Deprecated: use openSession() instead.',
  'The cache is not thread safe; callers must hold the lock.',
  'Timeout in milliseconds. Zero waits forever.',
  'x',
  'Whether the user may edit the page',
  'Parses an ISO 8601 date such as 2024-02-29T12:00:00Z; throws RangeError when the day does not exist in that month.',
  'Wird aufgerufen, bevor die Datei geschrieben wird.',
  'ファイルを閉じる',
  'See the migration guide before you upgrade from version 1 to version 2, because the configuration format has changed.',
  '>= 0 && < 100 %',
];

/** What `golden.json` holds, in the order of the texts; components in [−1, 1]. */
export interface Golden {
  readonly texts: readonly string[];
  /** By the training engine, with the weights that are shipped. */
  readonly shipped: readonly (readonly number[])[];
  /** By the training engine, with the weights as they were before rounding to half precision. */
  readonly unrounded: readonly (readonly number[])[];
}

export async function embedGolden(embed: Embed): Promise<number[][]> {
  const rows = await embed(GOLDEN_TEXTS);
  return rows.map((row) => Array.from(row, (value) => Math.round(value * 1e6) / 1e6));
}

export async function writeGolden(file: string, golden: Omit<Golden, 'texts'>): Promise<void> {
  await writeFile(file, `${JSON.stringify({ texts: GOLDEN_TEXTS, ...golden } satisfies Golden)}\n`);
}
