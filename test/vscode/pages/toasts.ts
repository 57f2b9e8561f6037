import type { Locator, Page } from 'playwright-core';
import { until } from '../until';

/** The messages in the window's lower right corner. */
export class Toasts {
  readonly #toasts: Locator;

  constructor(page: Page) {
    this.#toasts = page.locator('.notifications-toasts .notification-toast-container');
  }

  /** Waits for a message that holds a text, and returns it in full. */
  async waitFor(text: string): Promise<string> {
    const toast = this.#toasts.filter({ hasText: text }).first();
    await toast.waitFor();
    return (await toast.locator('.notification-list-item-message').textContent()) ?? '';
  }

  /** Presses a button of the message that holds a text. */
  async press(text: string, button: string): Promise<void> {
    const toast = this.#toasts.filter({ hasText: text }).first();
    await toast.locator('.monaco-button', { hasText: button }).click();
  }

  /** The messages shown now. */
  async all(): Promise<readonly string[]> {
    return this.#toasts.locator('.notification-list-item-message').allTextContents();
  }

  /** Closes all messages. */
  async closeAll(): Promise<void> {
    await until(
      'no message is shown',
      async () => {
        const [first] = await this.all();
        if (first) await this.close(first);
        return (await this.all()).length;
      },
      (count) => count === 0,
    );
  }

  /** Closes the message that holds a text, and waits until it is gone. */
  async close(text: string): Promise<void> {
    const toast = this.#toasts.filter({ hasText: text }).first();
    await toast.hover();
    await toast.locator('.codicon-notifications-clear').click();
    await toast.waitFor({ state: 'detached' });
  }
}
