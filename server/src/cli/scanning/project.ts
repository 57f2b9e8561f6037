import { dirname, join } from 'node:path';
import { decodeText } from '../../node/files/decodeText';
import { explainFileError, systemCodeOf } from '../../node/files/fileErrors';
import type { FileSystem } from '../../node/files/fileSystem';
import { globFilter, type PathFilter } from '../../node/files/pathFilters';
import { projectFolders } from '../../node/files/projectFolders';
import type { Settings } from '../../settings';
import { workspaceFileName, workspaceSettingsFrom } from '../../workspaceSettings';
import type { Target } from './targets';

/**
 * What a project says about scanning one target. `enable`, `run` and tracing are for editors alone.
 */
export interface Project {
  readonly settings: Settings;
  readonly ignoredGroups: ReadonlySet<string>;
  readonly excludes: PathFilter | undefined;
  /** Absolute path of the `.texttwin.json` that was read, if there is one. */
  readonly file: string | undefined;
  /** One sentence for each thing in that file that was not usable. */
  readonly problems: readonly string[];
}

/**
 * Reads the nearest `.texttwin.json`: in the target's folder, or above it as far as the root of its
 * git repository. A file that cannot be read is a problem, not an error.
 */
export async function loadProject(target: Target, fileSystem: FileSystem): Promise<Project> {
  const folder = target.isFolder ? target.path : dirname(target.path);
  for (const at of [...(await projectFolders(fileSystem, folder))].reverse()) {
    const file = join(at, workspaceFileName);
    const found = await readSettingsText(file, fileSystem);
    if (!found) continue;
    const { settings, ignoredGroups, problems } = workspaceSettingsFrom(found.text);
    const excludes = excludesOf(settings, at, target);
    return { settings, ignoredGroups, excludes, file, problems: [...found.problems, ...problems] };
  }
  const { settings, ignoredGroups, problems } = workspaceSettingsFrom(undefined);
  const excludes = globFilter(folder, settings.exclude);
  return { settings, ignoredGroups, excludes, file: undefined, problems };
}

/** The project's globs; a folder that they cover, named all the same, is seen from itself. */
function excludesOf(settings: Settings, base: string, target: Target): PathFilter | undefined {
  const excludes = globFilter(base, settings.exclude);
  return excludes?.(target.path) ? globFilter(target.path, settings.exclude) : excludes;
}

async function readSettingsText(
  file: string,
  fileSystem: FileSystem,
): Promise<{ text: string | undefined; problems: readonly string[] } | undefined> {
  try {
    const decoded = decodeText(await fileSystem.read(file));
    if ('text' in decoded) return { text: decoded.text, problems: [] };
    return { text: undefined, problems: [`${decoded.skipped}; ignored`] };
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return undefined;
    return { text: undefined, problems: [`cannot be read: ${explainFileError(error)}; ignored`] };
  }
}
