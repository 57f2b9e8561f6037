import { join } from 'node:path';
import type { Browser } from 'playwright-core';
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
  /** The folder the frames of the film are written to. */
  readonly frames: string;
}

/** A picture of a film, and how long it is shown, in ms. */
interface Frame {
  readonly picture: string;
  readonly ms: number;
}

/** The files that were written. */
interface Taken {
  readonly pictures: readonly string[];
  readonly frames: readonly Frame[];
}

const quietHours = 'services/notify/lib/quiet_hours.rb';
const readme = 'README.md';
const migration = 'db/migrations/001_parcels.sql';
const compare = 'Text Twin: Compare Selection';
/** Small enough that the text can be read where the README shows the picture. */
const look = { viewport: { width: 1120, height: 640 } } as const;
/** Smaller yet: a film has many pictures. */
const filmLook = { viewport: { width: 860, height: 480 } } as const;

const pictures: Readonly<Record<string, (window: VsCodeWindow) => Promise<void>>> = {
  'warning.png': showWarning,
  'compare.png': showComparison,
};

/** Takes the pictures of the README and those of its film. */
export async function takePictures({ url, chromium, images, frames }: Scene): Promise<Taken> {
  const browser = await launchBrowser(chromium);
  const files: string[] = [];
  try {
    for (const [name, show] of Object.entries(pictures)) {
      const file = join(images, name);
      await inWindow(browser, url, look, async (window) => {
        await show(window);
        await window.picture(file);
      });
      files.push(file);
    }
    const film: Frame[] = [];
    await inWindow(browser, url, filmLook, (window) => playTyping(window, frames, film));
    return { pictures: files, frames: film };
  } finally {
    await browser.close();
  }
}

async function inWindow(
  browser: Browser,
  url: string,
  look: { readonly viewport: { readonly width: number; readonly height: number } },
  show: (window: VsCodeWindow) => Promise<void>,
): Promise<void> {
  await withWindow(
    browser,
    async (window) => {
      await window.open(url);
      await window.statusBar.waitForReady();
      await window.toggleSideBar();
      await show(window);
    },
    look,
  );
}

/** A file with a warning, and the other place in Problems. */
async function showWarning(window: VsCodeWindow): Promise<void> {
  await window.editor.open(migration);
  await window.editor.waitForSquiggles(true);
  await window.problems.show();
  await window.problems.waitFor('deploy.yaml');
  await window.problems.waitFor('Keeps the advisory lock', 'deploy.yaml');
  await window.editor.hoverSquiggle();
}

/** The difference of two texts, and what comparing them says. */
async function showComparison(window: VsCodeWindow): Promise<void> {
  await window.editor.open(quietHours);
  await selectTwoLines(window, 14);
  await window.palette.run(compare);
  await window.toasts.waitFor('is remembered');
  await window.toasts.close('is remembered');
  await window.editor.open(readme);
  await selectTwoLines(window, 33);
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

async function selectTwoLines(window: VsCodeWindow, first: number): Promise<void> {
  await window.editor.selectLines(first);
  await window.press('Shift+ArrowDown');
  await window.press('Shift+End');
}

/** What is typed in the film, piece by piece. */
const pieces = [
  '# Fresh\n\nPartitions older than thirteen months ',
  'are detached rather than\ndropped, ',
  'since auditors may still ',
  'ask for them.',
];
const reworded = '# Fresh\n\nThe kitchen rota hangs beside the kettle.';

/** A film: someone types what stands elsewhere, is warned, looks at the other copy, and words it anew. */
async function playTyping(window: VsCodeWindow, folder: string, film: Frame[]): Promise<void> {
  const shoot = async (ms: number) => {
    const picture = join(folder, `${film.length}.png`);
    await window.picture(picture);
    film.push({ picture, ms });
  };
  await window.palette.run('File: New Untitled Text File');
  await window.editor.waitForTab('Untitled-1');
  await window.problems.show();
  await window.editor.focus();
  await shoot(900);
  for (const piece of pieces) {
    await window.editor.type(piece);
    await shoot(500);
  }
  await window.problems.waitFor('Same text as');
  await window.editor.waitForSquiggles(true);
  await shoot(2500);
  await window.editor.focus();
  await window.editor.replaceAll(reworded);
  await window.problems.waitForNone('Warning: ');
  await shoot(2000);
}
