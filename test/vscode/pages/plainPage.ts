import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { faultsIn } from './axe';

/** How a page is looked at. */
interface Look {
  readonly colorScheme: 'light' | 'dark';
  /** Where a picture of all of it is written; none without it. */
  readonly picture?: string | undefined;
}

/**
 * The faults that axe-core finds in a file of HTML, one line each.
 *
 * @param script axe-core itself.
 */
export async function accessibilityFaults(
  browser: Browser,
  file: string,
  script: string,
  { colorScheme, picture }: Look,
): Promise<readonly string[]> {
  // The page's policy lets no script run, ours included.
  const context = await browser.newContext({ bypassCSP: true, colorScheme });
  try {
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    if (picture) {
      await mkdir(dirname(picture), { recursive: true });
      await page.screenshot({ path: picture, fullPage: true });
    }
    return await faultsIn(page, script);
  } finally {
    await context.close();
  }
}
