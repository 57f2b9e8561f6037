import { basename, join } from 'node:path';
import { decodeText } from './decodeText';
import { explainFileError, systemCodeOf } from './fileErrors';
import type { FileSystem } from './fileSystem';
import { IGNORE_FILES, IgnoreRules } from './ignoreRules';
import { projectFolders } from './projectFolders';

/**
 * Takes note of a path that could not be used; `failed` where the machine refused rather than a
 * rule.
 */
export type NoteSkipped = (path: string, reason: string, failed: boolean) => void;

/**
 * The text of the ignore files in `folder`, in the order in which they apply. One that cannot be
 * read is noted, because files are then scanned that its author meant to leave out.
 *
 * @param names which of them to look for.
 */
export async function readIgnoreFiles(
  fileSystem: FileSystem,
  folder: string,
  note: NoteSkipped,
  names: readonly string[] = IGNORE_FILES,
): Promise<readonly string[]> {
  const sources: string[] = [];
  for (const name of names) {
    const path = join(folder, name);
    try {
      const decoded = decodeText(await fileSystem.read(path));
      if ('text' in decoded) sources.push(decoded.text);
      else note(path, `ignore rules not applied: ${decoded.skipped}`, true);
    } catch (error) {
      const code = systemCodeOf(error);
      if (code === 'ENOENT' || code === 'EISDIR') continue;
      note(path, `ignore rules not applied: ${explainFileError(error)}`, true);
    }
  }
  return sources;
}

/** The rules that the folders above `folder` lay on it, up to the root of its repository. */
export async function readRulesAbove(
  fileSystem: FileSystem,
  folder: string,
  note: NoteSkipped,
): Promise<IgnoreRules> {
  const above = (await projectFolders(fileSystem, folder)).filter((at) => at !== folder);
  let rules = IgnoreRules.none;
  for (const at of above) {
    rules = rules.below(basename(at), await readIgnoreFiles(fileSystem, at, note));
  }
  return rules;
}
