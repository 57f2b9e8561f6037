import type { Page } from 'playwright-core';
import { until } from '../until';
import type { Palette } from './palette';

/** The panel Output, on the extension's channel. */
export class Output {
  readonly #page: Page;
  readonly #palette: Palette;

  constructor(page: Page, palette: Palette) {
    this.#page = page;
    this.#palette = palette;
  }

  async show(): Promise<void> {
    await this.#palette.run('Text Twin: Show Output');
    await this.#page.locator('.output-view').first().waitFor();
  }

  /** Waits until the lines in view hold a text. */
  async waitFor(text: string): Promise<void> {
    const lines = this.#page.locator('.output-view .view-line');
    await until(
      `"${text}" in the output`,
      async () => (await lines.allTextContents()).join('\n').replaceAll('\u00a0', ' '),
      (seen) => seen.includes(text),
    );
  }
}
