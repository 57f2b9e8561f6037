import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser, withWindow } from './browser';
import type { Host, Journey } from './journey';

/** What all journeys share. */
interface Setting {
  readonly host: Host;
  /** The path of Chromium. */
  readonly chromium: string;
  /** Where a failed journey leaves a picture of its window. */
  readonly pictures: string;
  /** Shows a line to the user. */
  tell(line: string): void;
}

/** How the journeys ended. */
interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Goes the journeys one after the other, each in a window on its own copy of the sample workspace. */
export async function runJourneys(journeys: readonly Journey[], setting: Setting): Promise<Counts> {
  const browser = await launchBrowser(setting.chromium);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    for (const journey of journeys) {
      const start = performance.now();
      let failure = await go(journey, browser, setting);
      if (failure !== undefined) {
        // A shared machine can starve an editor; what fails twice is broken.
        setting.tell(`again   ${journey.name}, which failed:\n${failure}`);
        failure = await go(journey, browser, setting);
      }
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      counts[failure === undefined ? 'passed' : 'failed']++;
      setting.tell(`${failure === undefined ? 'ok    ' : 'FAILED'} ${seconds} s  ${journey.name}`);
      if (failure !== undefined) setting.tell(failure);
    }
  } finally {
    await browser.close();
  }
  return counts;
}

/** Goes one journey. Returns what went wrong. */
async function go(
  journey: Journey,
  browser: Browser,
  { host, pictures }: Setting,
): Promise<string | undefined> {
  const workspace = await prepare(host.folder, journey.files ?? {});
  return withWindow(browser, async (window) => {
    try {
      await window.open(host.url(workspace));
      await journey.run({ host, window, workspace });
      return undefined;
    } catch (error) {
      const picture = join(pictures, `${journey.name.replace(/\W+/g, '-')}.png`);
      await mkdir(pictures, { recursive: true });
      await window.picture(picture);
      return `${error instanceof Error ? error.stack : error}\nPicture: ${picture}`;
    }
  });
}

async function prepare(folder: string, files: Readonly<Record<string, string>>): Promise<string> {
  const workspace = await mkdtemp(join(folder, 'workspace-'));
  await cp(resolve('test/fixtures/sample'), workspace, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await writeFile(join(workspace, path), content);
  }
  return workspace;
}
