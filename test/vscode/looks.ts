import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { VsCodeWindow } from './pages/window';

/** The themes that pictures are taken in, and the class by which the page shows that it wears one. */
const themes = [
  { name: 'dark', setting: 'Default Dark Modern', worn: 'vs-dark' },
  { name: 'light', setting: 'Default Light Modern', worn: 'vs' },
  { name: 'contrast', setting: 'Default High Contrast', worn: 'hc-black' },
] as const;

/**
 * Takes a picture of a window in each theme, into a folder for each, and leaves the window as it was. The theme is
 * set in the folder's settings; a workspace of several folders stays dark.
 */
export async function lookInAllThemes(
  window: VsCodeWindow,
  workspace: string,
  folder: string,
  name: string,
): Promise<void> {
  const [usual, ...others] = themes;
  await take(window, join(folder, usual.name), name);
  const settings = join(workspace, '.vscode', 'settings.json');
  if (existsSync(join(workspace, 'both.code-workspace'))) return;
  const before = await readFile(settings, 'utf8').catch(() => '{}');
  await mkdir(dirname(settings), { recursive: true });
  for (const theme of others) {
    const worn = { ...JSON.parse(before), 'workbench.colorTheme': theme.setting };
    await writeFile(settings, JSON.stringify(worn));
    await window.waitForTheme(theme.worn);
    await take(window, join(folder, theme.name), name);
  }
  await writeFile(settings, before);
  await window.waitForTheme(usual.worn);
}

async function take(window: VsCodeWindow, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await window.picture(join(folder, `${name}.png`));
}
