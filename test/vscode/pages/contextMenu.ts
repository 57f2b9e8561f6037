import type { Page } from 'playwright-core';
import { until } from '../until';

/** The menu at the cursor, by keyboard. */
export class ContextMenu {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Opens the menu and takes an item by its title. */
  async take(title: string): Promise<void> {
    const items = this.#page.locator('.monaco-menu .action-item');
    const wanted = items.filter({ hasText: title }).first();
    await this.#page.keyboard.press('Shift+F10');
    await wanted.waitFor();
    await until(
      `"${title}" is chosen`,
      async () => {
        const isChosen = await wanted.evaluate((item) => item.classList.contains('focused'));
        if (!isChosen) await this.#page.keyboard.press('ArrowDown');
        return isChosen;
      },
      Boolean,
    );
    await this.#page.keyboard.press('Enter');
    await wanted.waitFor({ state: 'detached' });
  }
}
