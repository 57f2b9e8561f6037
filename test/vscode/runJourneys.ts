import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser, withWindow } from './browser';
import type { Host, Journey } from './journey';
import { lookInAllThemes } from './looks';

/** What all journeys share. */
interface Setting {
  readonly host: Host;
  /** The path of Chromium. */
  readonly chromium: string;
  /** Where a failed journey leaves a picture of its window. */
  readonly pictures: string;
  /** Where journeys leave pictures of what they see; they take none without it. */
  readonly looks?: string;
  /** How often a journey may go; it is reported when that is more than once. */
  readonly goes?: 1 | 2;
  /** Shows a line to the user. */
  tell(line: string): void;
}

/** How the journeys ended. `again`: passed, but at the second go. */
interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  again: number;
  /** The first line of what went wrong, by journey. */
  readonly failures: Map<string, string>;
}

/** Goes the journeys one after the other, each in a window on its own copy of the sample workspace. */
export async function runJourneys(journeys: readonly Journey[], setting: Setting): Promise<Counts> {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0, again: 0, failures: new Map() };
  for (const journey of journeys) {
    const start = performance.now();
    // A browser each: one that has been through many windows grows large and slow.
    const browser = await launchBrowser(setting.chromium);
    let failure: string | undefined;
    try {
      failure = await go(journey, browser, setting);
      if (failure !== undefined && setting.goes !== 1) {
        // A shared machine can starve an editor; what fails twice is broken.
        setting.tell(`again   ${journey.name}, which failed:\n${failure}`);
        failure = await go(journey, browser, setting);
        if (failure === undefined) counts.again++;
      }
    } finally {
      await browser.close();
    }
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    counts[failure === undefined ? 'passed' : 'failed']++;
    setting.tell(`${failure === undefined ? 'ok    ' : 'FAILED'} ${seconds} s  ${journey.name}`);
    if (failure === undefined) continue;
    counts.failures.set(journey.name, failure.split('\n')[0] ?? '');
    setting.tell(failure);
  }
  return counts;
}

/** Goes one journey. Returns what went wrong. */
async function go(
  journey: Journey,
  browser: Browser,
  { host, pictures, looks, tell }: Setting,
): Promise<string | undefined> {
  const { isRestricted = false } = journey;
  await host.prepare({ isRestricted });
  const workspace = await prepare(host.folder, journey.files ?? {});
  const target = journey.opens ? join(workspace, journey.opens) : workspace;
  return withWindow(browser, async (window) => {
    try {
      await window.open(host.url(target));
      await journey.run({
        host,
        window,
        browser,
        workspace,
        look: async (name) => {
          if (looks) await lookInAllThemes(window, workspace, looks, name);
        },
        reload: () => window.open(host.url(target)),
        tell: (line) => tell(`        ${line}`),
      });
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
