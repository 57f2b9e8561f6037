import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

/** What axe-core answers, as far as it is read here. */
interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** The text of axe-core. */
export async function axeScript(): Promise<string> {
  return readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
}

/** The faults that axe-core finds in a page, one line each: the rule, and the first element that breaks it. */
export async function faultsIn(page: Page | Frame, script: string): Promise<readonly string[]> {
  await page.evaluate(script);
  const results = (await page.evaluate('axe.run()')) as AxeResults;
  return results.violations.map(({ id, help, nodes }) => {
    const [first] = nodes;
    return `${id}: ${help} (${nodes.length}): ${first?.html.slice(0, 300)} ${first?.failureSummary}`;
  });
}
