import type { Page } from 'playwright-core';
import { until } from '../until';
import type { Dialogs } from './dialogs';
import type { Palette } from './palette';

/** The tree of the workspace's files. */
export class Explorer {
  readonly #page: Page;
  readonly #palette: Palette;
  readonly #dialogs: Dialogs;

  constructor(page: Page, palette: Palette, dialogs: Dialogs) {
    this.#page = page;
    this.#palette = palette;
    this.#dialogs = dialogs;
  }

  /** Deletes a file, and says yes when asked. */
  async delete(path: string): Promise<void> {
    await this.#select(path);
    await this.#page.keyboard.press('Delete');
    await this.#dialogs.press(/Delete|Move to Trash/);
    await this.#waitUntilGone(path);
  }

  /** Gives a file another name in its folder. */
  async rename(path: string, name: string): Promise<void> {
    await this.#select(path);
    await this.#page.keyboard.press('F2');
    const input = this.#page.locator('.explorer-folders-view .monaco-inputbox input');
    await input.fill(name);
    await input.press('Enter');
    await this.#row(name).waitFor();
  }

  async #select(path: string): Promise<void> {
    const name = path.split('/').at(-1) ?? path;
    await this.#palette.openFile(path);
    await this.#palette.run('File: Reveal Active File in Explorer View');
    const focused = this.#page.locator('.explorer-folders-view .monaco-list-row.focused');
    await until(
      `${name} in the explorer with the focus`,
      async () => (await focused.allTextContents()).join(),
      (seen) => seen.includes(name),
    );
    await this.#row(name).click();
  }

  async #waitUntilGone(path: string): Promise<void> {
    const name = path.split('/').at(-1) ?? path;
    await this.#row(name).waitFor({ state: 'detached' });
  }

  #row(name: string) {
    return this.#page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
  }
}
