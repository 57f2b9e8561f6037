import { defaultSettings, type Settings, settingsFrom } from './settings';

/** The file in a workspace folder that holds settings and ignored groups; the CLI reads it as well. */
export const workspaceFileName = '.texttwin.json';

/** What a workspace's `.texttwin.json` says. */
export interface WorkspaceSettings {
  readonly settings: Settings;
  /** Fingerprints of groups that are not reported. */
  readonly ignoredGroups: ReadonlySet<string>;
  /** One sentence for each thing in it that was not usable. */
  readonly problems: readonly string[];
}

/**
 * Reads the text of a `.texttwin.json`: the settings' keys without prefix, plus `ignoredGroups`. Total:
 * what is unusable falls back to `base` and is named in `problems`.
 *
 * @param text `undefined` when there is no such file.
 */
export function workspaceSettingsFrom(
  text: string | undefined,
  base: Settings = defaultSettings,
): WorkspaceSettings {
  const nothing = { settings: base, ignoredGroups: new Set<string>() };
  if (text === undefined || text.trim() === '') return { ...nothing, problems: [] };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { ...nothing, problems: [`not valid JSON (${(error as Error).message}); ignored`] };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ...nothing, problems: ['expected an object with settings; ignored'] };
  }
  const { ignoredGroups = [], $schema: _, ...rest } = value as Record<string, unknown>;
  const { settings, problems } = settingsFrom(rest, base);
  if (!isTextList(ignoredGroups)) {
    const problem = '"ignoredGroups" is not a list of fingerprints; ignored';
    return { settings, ignoredGroups: new Set(), problems: [...problems, problem] };
  }
  return { settings, ignoredGroups: new Set(ignoredGroups), problems };
}

/**
 * The text of a `.texttwin.json` with one more ignored group; other content is kept.
 *
 * @returns `undefined` when `text` is not a JSON object and so must be mended by hand first.
 */
export function withIgnoredGroup(text: string | undefined, groupId: string): string | undefined {
  let value: unknown = {};
  if (text !== undefined && text.trim() !== '') {
    try {
      value = JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch {
      return undefined;
    }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { ignoredGroups } = value as { ignoredGroups?: unknown };
  const before = isTextList(ignoredGroups) ? ignoredGroups : [];
  const after = [...new Set([...before, groupId])].sort();
  return `${JSON.stringify({ ...value, ignoredGroups: after }, undefined, 2)}\n`;
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
