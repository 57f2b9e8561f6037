import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Row } from './encoder';
import { atMost } from './searchFigures';

/** The size of the extension that was packed before this run. */
export async function benchVsix(root: string): Promise<Row[]> {
  const { size } = await stat(path.join(root, 'dist', 'text-twin.vsix'));
  return [{ measure: 'VSIX', value: size / 1e6, unit: 'MB', ...atMost(size / 1e6, 8) }];
}
