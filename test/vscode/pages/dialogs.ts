import type { Locator, Page } from 'playwright-core';

/** The question in the middle of the window that everything waits for. */
export class Dialogs {
  readonly #dialog: Locator;

  constructor(page: Page) {
    this.#dialog = page.locator('.monaco-dialog-box');
  }

  /** Whether one asks something now. */
  async isShown(): Promise<boolean> {
    return this.#dialog.isVisible();
  }

  /** Waits for a dialog with such a button, and presses it. */
  async press(button: string | RegExp): Promise<void> {
    await this.#dialog.locator('.monaco-button', { hasText: button }).first().click();
    await this.#dialog.waitFor({ state: 'detached' });
  }
}
