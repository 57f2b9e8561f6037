import { join } from 'node:path';
import { launchBrowser, withWindow } from './browser';
import type { VsCodeWindow } from './pages/window';

/** What the pictures are taken of. */
interface Scene {
  /** The address of a window on the sample workspace. */
  readonly url: string;
  /** The path of Chromium. */
  readonly chromium: string;
  /** The folder the pictures are written to. */
  readonly images: string;
}

const quietHours = 'services/notify/lib/quiet_hours.rb';
const readme = 'README.md';
const compare = 'Text Twin: Compare Selection';
/** Small enough that the text can be read where the README shows the picture. */
const look = { viewport: { width: 1120, height: 640 } } as const;

const pictures: Readonly<Record<string, (window: VsCodeWindow) => Promise<void>>> = {
  'warning.png': showWarning,
  'compare.png': showComparison,
};

/** Takes the pictures of the README. Returns the paths of the files written. */
export async function takePictures({ url, chromium, images }: Scene): Promise<readonly string[]> {
  const browser = await launchBrowser(chromium);
  const files: string[] = [];
  try {
    for (const [name, show] of Object.entries(pictures)) {
      const file = join(images, name);
      await withWindow(
        browser,
        async (window) => {
          await window.open(url);
          await window.statusBar.waitForReady();
          await window.toggleSideBar();
          await show(window);
          await window.picture(file);
        },
        look,
      );
      files.push(file);
    }
  } finally {
    await browser.close();
  }
  return files;
}

/** A file with a warning, and the other place in Problems. */
async function showWarning(window: VsCodeWindow): Promise<void> {
  await window.editor.open(quietHours);
  await window.editor.waitForSquiggles(true);
  await window.problems.show();
  await window.problems.waitFor(readme);
  await window.problems.waitFor('Messages are held between', readme);
  await window.editor.hoverSquiggle();
}

/** The difference of two texts, and what comparing them says. */
async function showComparison(window: VsCodeWindow): Promise<void> {
  await window.editor.open(quietHours);
  await window.editor.selectLines(14);
  await window.palette.run(compare);
  await window.toasts.waitFor('is remembered');
  await window.toasts.close('is remembered');
  await window.editor.open(readme);
  await window.editor.selectLines(33);
  await window.palette.run(compare);
  await window.toasts.waitFor('similarity');
  await window.toasts.press('similarity', 'Show Diff');
  await window.diff.waitFor('Messages', 'Messages');

  await window.diff.selectAll('original');
  await window.palette.run(compare);
  await window.toasts.close('is remembered');
  await window.diff.selectAll('modified');
  await window.palette.run(compare);
  await window.toasts.waitFor('similarity');
  await window.diff.unselect();
}
