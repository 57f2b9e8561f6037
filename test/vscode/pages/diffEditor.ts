import type { Locator, Page } from 'playwright-core';
import { until } from '../until';

/** The editor that shows two texts side by side. */
export class DiffEditor {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Waits until both sides hold these texts. */
  async waitFor(left: string, right: string): Promise<void> {
    const look = async () => [await this.#side('original'), await this.#side('modified')] as const;
    await until(
      `a diff of "${left}" and "${right}"`,
      look,
      ([original, modified]) => original.includes(left) && modified.includes(right),
    );
  }

  /** The title of the tab in front. */
  async title(): Promise<string> {
    return (await this.#page.locator('.tab.active').textContent()) ?? '';
  }

  /** Selects the text on one side. */
  async selectAll(side: 'original' | 'modified'): Promise<void> {
    await this.#page.locator(`.monaco-diff-editor .editor.${side} .view-line`).first().click();
    await this.#page.keyboard.press('Control+A');
  }

  /** Leaves nothing selected. */
  async unselect(): Promise<void> {
    await this.#page.keyboard.press('ArrowLeft');
  }

  async #side(side: 'original' | 'modified'): Promise<string> {
    const lines: Locator = this.#page.locator(`.monaco-diff-editor .editor.${side} .view-line`);
    // The editor draws spaces as no-break spaces.
    return (await lines.allTextContents()).join('\n').replaceAll('\u00a0', ' ');
  }
}
