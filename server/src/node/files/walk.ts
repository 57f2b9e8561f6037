import { basename, join } from 'node:path';
import { TimeSlice } from '../../core/timeSlice';
import { explainFileError } from './fileErrors';
import type { FileSystem, FolderEntry } from './fileSystem';
import { type NoteSkipped, readIgnoreFiles, readRulesAbove } from './ignoreFiles';
import { IGNORE_FILES, type IgnoreRules } from './ignoreRules';
import type { PathFilter } from './pathFilters';
import { isWithin } from './paths';

/** How a folder is walked. */
export interface WalkOptions {
  readonly fileSystem: FileSystem;
  /** Files and whole folders to pass over silently. */
  readonly excludes: PathFilter;
  readonly note: NoteSkipped;
  readonly signal?: AbortSignal | undefined;
}

const VERSION_CONTROL: ReadonlySet<string> = new Set(['.git', '.hg', '.svn']);

/**
 * The regular files below `root`, in the order of their paths, without what ignore files and
 * filters leave out. Symbolic links are not followed: a target inside `root` is met where it
 * stands, and one outside is no part of the folder; so there are no loops and no file is met twice.
 *
 * @throws AbortError
 */
export async function* walkFolder(root: string, options: WalkOptions): AsyncGenerator<string> {
  const { fileSystem, note } = options;
  const rules = await readRulesAbove(fileSystem, root, note);
  const realRoot = await fileSystem.realPath(root).catch(() => root);
  // Most of it is synchronous: whoever types meanwhile would wait for a large folder.
  const slice = new TimeSlice();
  // Each level by itself: through generators within each other a path would be handed on as often as it is deep.
  const levels = [await openLevel(root, rules, options)];
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    if (slice.isOver) await slice.pause(options.signal);
    const entry = level.entries.next().value;
    if (!entry) {
      levels.pop();
      continue;
    }
    const path = join(level.folder, entry.name);
    const isFolder = entry.isDirectory();
    if (VERSION_CONTROL.has(entry.name) || level.rules.ignores(entry.name, isFolder)) continue;
    if (options.excludes(path)) continue;
    if (isFolder) levels.push(await openLevel(path, level.rules, options));
    else if (entry.isSymbolicLink()) await noteLink(path, realRoot, options);
    else if (entry.isFile()) yield path;
  }
}

/** A folder that is being walked. */
interface Level {
  readonly folder: string;
  readonly rules: IgnoreRules;
  /** Those that have not been met yet. */
  readonly entries: IterableIterator<FolderEntry>;
}

async function openLevel(
  folder: string,
  rulesAbove: IgnoreRules,
  options: WalkOptions,
): Promise<Level> {
  options.signal?.throwIfAborted();
  const entries = await listInOrder(folder, options);
  // Only what was listed is opened: most folders have no ignore files, and a locked one fails once.
  const ignoreFiles = IGNORE_FILES.filter((name) => entries.some((entry) => entry.name === name));
  const sources = await readIgnoreFiles(options.fileSystem, folder, options.note, ignoreFiles);
  return { folder, rules: rulesAbove.below(basename(folder), sources), entries: entries.values() };
}

async function listInOrder(folder: string, options: WalkOptions): Promise<FolderEntry[]> {
  try {
    const entries = await options.fileSystem.list(folder);
    return [...entries].sort((a, b) => (orderKey(a) < orderKey(b) ? -1 : 1));
  } catch (error) {
    options.note(folder, `cannot be read: ${explainFileError(error)}`, true);
    return [];
  }
}

/** Folders sort as their files' paths do, so the walk yields whole paths in ascending order. */
function orderKey(entry: FolderEntry): string {
  return entry.isDirectory() ? `${entry.name}/` : entry.name;
}

async function noteLink(path: string, realRoot: string, options: WalkOptions): Promise<void> {
  try {
    const target = await options.fileSystem.realPath(path);
    if (!isWithin(realRoot, target)) {
      options.note(path, 'symbolic link: leads out of the scanned folder', false);
    }
  } catch {
    options.note(path, 'symbolic link: leads nowhere', false);
  }
}
