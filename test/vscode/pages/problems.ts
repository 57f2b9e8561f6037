import type { Locator, Page } from 'playwright-core';
import { until } from '../until';

/** The panel Problems. */
export class Problems {
  readonly #page: Page;
  readonly #rows: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#rows = page.locator('.markers-panel [role=treeitem]');
  }

  /** Shows the panel; the key that does would hide one that has the focus. */
  async show(): Promise<void> {
    const panel = this.#page.locator('.markers-panel');
    if (await panel.isVisible()) return;
    await this.#page.keyboard.press('Control+Shift+M');
    await panel.waitFor();
  }

  /** The rows as read out; a warning's begins with `Warning: `. */
  async rows(): Promise<readonly string[]> {
    return this.#rows.evaluateAll((rows) =>
      rows.map((row) => row.getAttribute('aria-label') ?? ''),
    );
  }

  /** Waits for a row that holds all texts, and returns it as read out. */
  async waitFor(...texts: string[]): Promise<string> {
    const holdsAll = (row: string) => texts.every((text) => row.includes(text));
    const what = `a row in Problems with ${texts.join(' and ')}`;
    const rows = await until(
      what,
      () => this.rows(),
      (seen) => seen.some(holdsAll),
    );
    return rows.find(holdsAll) ?? '';
  }

  /** Waits until no row holds the text. */
  async waitForNone(text: string): Promise<void> {
    const what = `no row in Problems with ${text}`;
    await until(
      what,
      () => this.rows(),
      (rows) => !rows.some((row) => row.includes(text)),
    );
  }

  /** Opens the place that a row stands for. */
  async follow(text: string): Promise<void> {
    await this.#rowWith(text).dblclick();
  }

  #rowWith(text: string): Locator {
    return this.#page.locator('.markers-panel .monaco-list-row', { hasText: text }).first();
  }
}
