import type { Frame, Page } from 'playwright-core';
import { until } from '../until';
import type { Palette } from './palette';

/** Scripts of the inner page, as text because only that page has a DOM. */
const brokenPictures = `[...document.images].filter((one) => one.naturalWidth === 0).length`;
const holdsReadme = `document.querySelector('h1')?.textContent === 'Text Twin'`;

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
    // Shows the installed ones; the commands that list them differ between editions.
    await this.#palette.run('View: Show Extensions');
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

  /** Waits until the README of the page in front is shown. */
  async waitForReadme(): Promise<void> {
    await until('the README', async () => (await this.#readme()) !== undefined, Boolean);
  }

  /** How many pictures of that README cannot be shown. */
  async brokenPictures(): Promise<number> {
    return Number(await (await this.#readme())?.evaluate(brokenPictures));
  }

  /** The inner page that holds the README: VS Code shows it in a page of its own. */
  async #readme(): Promise<Frame | undefined> {
    for (const frame of this.#page.frames()) {
      const isIt = await frame.evaluate(holdsReadme).catch(() => false);
      if (isIt) return frame;
    }
    return undefined;
  }
}
