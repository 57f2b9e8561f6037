import type { Page } from 'playwright-core';
import type { Palette } from './palette';

/** The page of an installed extension. */
export class Extensions {
  readonly #page: Page;
  readonly #palette: Palette;

  constructor(page: Page, palette: Palette) {
    this.#page = page;
    this.#palette = palette;
  }

  /** Opens the page of an installed extension by its name. */
  async open(name: string): Promise<void> {
    await this.#palette.run('Extensions: Show Installed Extensions');
    await this.#page
      .locator('.extensions-list .monaco-list-row', { hasText: name })
      .first()
      .click();
    await this.#page.locator('.extension-editor').waitFor();
  }

  /** Presses a button of the page in front, such as `Disable`. */
  async press(action: string | RegExp): Promise<void> {
    await this.#page
      .locator('.extension-editor .actions-container a.action-label:visible')
      .filter({ hasText: typeof action === 'string' ? new RegExp(`^${action}$`) : action })
      .first()
      .click();
  }
}
