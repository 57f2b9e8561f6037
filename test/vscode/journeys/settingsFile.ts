import type { VsCodeWindow } from '../pages/window';

const path = '.vscode/settings.json';

/** The workspace's settings, without any; for the journeys that change them. */
export const settingsFile = { [path]: '{}\n' };

/** Writes the workspace's settings, as a user does. */
export async function writeSettings(
  window: VsCodeWindow,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  await window.editor.open(path);
  await window.editor.replaceAll(JSON.stringify(settings));
  await window.editor.save();
}
