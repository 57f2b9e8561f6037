import { decodeText } from '../node/files/decodeText';
import { explainFileError } from '../node/files/fileErrors';
import type { FileSystem } from '../node/files/fileSystem';
import { describeSize } from '../node/files/sizes';
import { InputError } from './errors';

/**
 * The text of one file that a command cannot do without.
 *
 * @param what names the file in messages: `baseline "old.json"`.
 * @param limit bytes.
 * @throws InputError when it cannot be read, is not text, or is too large.
 */
export async function readTextFile(
  path: string,
  what: string,
  fileSystem: FileSystem,
  limit = Number.POSITIVE_INFINITY,
): Promise<string> {
  const decoded = await readWithin(path, what, fileSystem, limit);
  if ('text' in decoded) return decoded.text;
  throw new InputError(`cannot read ${what}: ${decoded.skipped}`);
}

async function readWithin(path: string, what: string, fileSystem: FileSystem, limit: number) {
  try {
    const { size } = await fileSystem.facts(path);
    if (size > limit) {
      const sizes = `${describeSize(size)}, the limit is ${describeSize(limit)}`;
      return { skipped: `too large: ${sizes}` };
    }
    return decodeText(await fileSystem.read(path));
  } catch (error) {
    throw new InputError(`cannot read ${what}: ${explainFileError(error)}`);
  }
}
