import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { faultsIn } from './axe';

/**
 * The faults that axe-core finds in a file of HTML, one line each.
 *
 * @param script axe-core itself.
 */
export async function accessibilityFaults(
  browser: Browser,
  file: string,
  script: string,
  colorScheme: 'light' | 'dark',
): Promise<readonly string[]> {
  // The page's policy lets no script run, ours included.
  const context = await browser.newContext({ bypassCSP: true, colorScheme });
  try {
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    return await faultsIn(page, script);
  } finally {
    await context.close();
  }
}
