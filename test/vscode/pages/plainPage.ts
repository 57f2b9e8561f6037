import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';

/** What axe-core answers, as far as it is read here. */
interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/**
 * The faults that axe-core finds in a file of HTML, one line each: the rule, and the first element that breaks it.
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
    await page.evaluate(script);
    const results = (await page.evaluate('axe.run()')) as AxeResults;
    return results.violations.map(({ id, help, nodes }) => {
      const [first] = nodes;
      return `${id}: ${help} (${nodes.length}): ${first?.html} ${first?.failureSummary}`;
    });
  } finally {
    await context.close();
  }
}
