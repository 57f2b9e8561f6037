import type { Page } from 'playwright-core';
import { until } from '../until';

/** Script of the page, as text because only the page has a DOM. It keeps what the item said. */
const recorder = `{
  const said = [];
  globalThis.textTwinSaid = said;
  const look = () => {
    const item = document.querySelector('[id*="textTwin.status"]');
    const label = item?.getAttribute('aria-label') ?? item?.querySelector('a')?.ariaLabel;
    if (label && said.at(-1) !== label) said.push(label);
  };
  const options = { subtree: true, childList: true, attributes: true, characterData: true };
  new MutationObserver(look).observe(document, options);
}`;

/** The extension's item in the status bar, and what it has said since the window opened. */
export class StatusBar {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Begins to write down what the item says: it says some things for a moment only. */
  async record(): Promise<void> {
    await this.#page.addInitScript(recorder);
  }

  /** All that the item has said, as read out. */
  async history(): Promise<readonly string[]> {
    return (await this.#page.evaluate('globalThis.textTwinSaid')) as string[];
  }

  /** Waits until the workspace was read, after the first `known` things said, and returns the item's words. */
  async waitForReady(known = 0): Promise<string> {
    const said = await until(
      'the status bar says how many twins there are',
      () => this.history(),
      (history) => /groups? of twins/.test(history.slice(known).at(-1) ?? ''),
    );
    return said.at(-1) ?? '';
  }

  /** Waits until the item says something. */
  async waitForSaying(what: RegExp): Promise<void> {
    await until(
      `the status bar says ${what}`,
      () => this.history(),
      (history) => what.test(history.at(-1) ?? ''),
    );
  }

  /** Waits until any item of the status bar shows a text. */
  async waitFor(text: string): Promise<void> {
    await this.#page.locator('.statusbar-item', { hasText: text }).first().waitFor();
  }

  /** Whether the item is there. */
  async isShown(): Promise<boolean> {
    return (await this.#page.locator('[id*="textTwin.status"]').count()) > 0;
  }
}
