import type { Locator, Page } from 'playwright-core';
import { until } from '../until';

/** The editor of notebooks. */
export class Notebook {
  readonly #page: Page;
  readonly #cells: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#cells = page.locator('.notebook-editor .code-cell-row');
  }

  /** Waits until cells of code are shown. */
  async waitForCells(): Promise<void> {
    await this.#cells.locator('.view-line').first().waitFor();
  }

  /** Waits until a cell of code has a squiggle, or none has. */
  async waitForSquiggles(some: boolean): Promise<void> {
    await until(
      some ? 'a squiggle in a cell' : 'no squiggle in a cell',
      () => this.#cells.locator('.squiggly-warning').count(),
      (count) => count > 0 === some,
    );
  }

  /** Puts a text in place of that of the first cell of code. */
  async replaceFirst(text: string): Promise<void> {
    await this.#cells.locator('.view-line').first().click();
    await this.#page.keyboard.press('Control+A');
    await this.#page.keyboard.insertText(text);
  }
}
