import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** A rule that elements of a page break, or may break. */
interface AxeFinding {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe-core answers, as far as it is read here. */
interface AxeResults {
  readonly violations: readonly AxeFinding[];
  /** What it could not decide; nothing that is ours is to be so odd. */
  readonly incomplete: readonly AxeFinding[];
  readonly passes: readonly AxeFinding[];
}

/** The rules that must have had something to look at, or the page was not looked at as it is shown. */
const applied = ['color-contrast', 'document-title', 'heading-order', 'html-has-lang'];

/** The text of axe-core. */
export async function axeScript(): Promise<string> {
  return readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
}

/**
 * The faults that axe-core finds in a page, or cannot rule out, one line each: the rule, and the first element that
 * breaks it. A rule that did not apply and has to is a fault as well.
 */
export async function faultsIn(page: Page, script: string): Promise<readonly string[]> {
  await page.evaluate(script);
  const results = (await page.evaluate('axe.run()')) as AxeResults;
  const { violations, incomplete, passes } = results;
  const faults = [...violations, ...incomplete];
  const ids = new Set([...faults, ...passes].map(({ id }) => id));
  return [
    ...faults.map(describe),
    ...applied.filter((id) => !ids.has(id)).map((id) => `${id}: nothing to look at`),
  ];
}

function describe({ id, help, nodes }: AxeFinding): string {
  const [first] = nodes;
  return `${id}: ${help} (${nodes.length}): ${first?.html.slice(0, 300)} ${first?.failureSummary}`;
}
