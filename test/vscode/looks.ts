import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { VsCodeWindow } from './pages/window';

/**
 * The themes that pictures are taken in, as the newest VS Code names them, and the class by which the page shows that
 * it wears one.
 */
const themes = [
  { name: 'dark', setting: 'Default Dark Modern', worn: 'vs-dark' },
  { name: 'light', setting: 'Light Modern', worn: 'vs' },
  { name: 'contrast', setting: 'Default High Contrast', worn: 'hc-black' },
] as const;

/**
 * Takes a picture of a window in each theme, into a folder for each, and leaves the window as it was. The theme is
 * set in the settings of what is opened, a folder or a `.code-workspace`: windows do not follow the user's.
 */
export async function lookInAllThemes(
  window: VsCodeWindow,
  opened: string,
  folder: string,
  name: string,
): Promise<void> {
  const [usual, ...others] = themes;
  await take(window, join(folder, usual.name), name);
  const isFile = opened.endsWith('.code-workspace');
  const file = isFile ? opened : join(opened, '.vscode', 'settings.json');
  const before = await readFile(file, 'utf8').catch(() => undefined);
  const said = JSON.parse(before ?? '{}') as { readonly settings?: object };
  await mkdir(dirname(file), { recursive: true });
  for (const theme of others) {
    const wear = { 'workbench.colorTheme': theme.setting };
    const worn = isFile
      ? { ...said, settings: { ...said.settings, ...wear } }
      : { ...said, ...wear };
    await writeFile(file, JSON.stringify(worn));
    await window.waitForTheme(theme.worn);
    await take(window, join(folder, theme.name), name);
  }
  if (before === undefined) await rm(file);
  else await writeFile(file, before);
  await window.waitForTheme(usual.worn);
}

async function take(window: VsCodeWindow, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await window.picture(join(folder, `${name}.png`));
}
