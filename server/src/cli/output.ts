import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { explainFileError, systemCodeOf } from '../node/files/fileErrors';
import { InputError } from './errors';

/** Writes a report to a file. @throws InputError naming the file when it cannot be written. */
export async function writeReport(name: string, cwd: string, content: string): Promise<void> {
  try {
    await writeFile(resolve(cwd, name), content);
  } catch (error) {
    const remedy = systemCodeOf(error) === 'ENOENT' ? '; create its folder first' : '';
    throw new InputError(`cannot write "${name}": ${explainFileError(error)}${remedy}`);
  }
}
