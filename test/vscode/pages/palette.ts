import type { Locator, Page } from 'playwright-core';
import { until } from '../until';

/** In ms. */
const KEY_IS_LOST_AFTER = 5_000;

/** The box at the top of the window: commands, files, and lists that commands show. */
export class Palette {
  readonly #page: Page;
  readonly #input: Locator;
  readonly #rows: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#input = page.locator('.quick-input-widget input.input');
    this.#rows = page.locator('.quick-input-widget .quick-input-list .monaco-list-row');
  }

  /** Presses a key until the box is there: a key that is pressed while the window loads is lost. */
  async #show(key: string): Promise<void> {
    await until(
      `the box that ${key} shows`,
      async () => {
        await this.#page.keyboard.press(key);
        return this.#input.waitFor({ timeout: KEY_IS_LOST_AFTER }).then(
          () => true,
          () => false,
        );
      },
      Boolean,
    );
  }

  /** Runs a command by its category and title, such as `Text Twin: Scan Workspace`, with the keyboard alone. */
  async run(command: string): Promise<void> {
    await this.#show('F1');
    await this.#input.fill(`>${command}`);
    const row = this.#page.locator(`.quick-input-list .monaco-list-row[aria-label^="${command}"]`);
    await row.first().waitFor();
    await until(
      `"${command}" is chosen`,
      async () => {
        const isChosen = await row.evaluateAll((rows) =>
          rows.some((one) => one.classList.contains('focused')),
        );
        if (!isChosen) await this.#page.keyboard.press('ArrowDown');
        return isChosen;
      },
      Boolean,
    );
    await this.#page.keyboard.press('Enter');
  }

  /** The commands that are listed for a text, as read out; the list is closed again. */
  async commands(text: string): Promise<readonly string[]> {
    await this.#show('F1');
    await this.#input.fill(`>${text}`);
    const rows = await this.rows(text);
    await this.close();
    return rows;
  }

  /** Opens a file by its path in the workspace. */
  async openFile(path: string): Promise<void> {
    await this.#show('Control+P');
    await this.#input.fill(path);
    const name = path.split('/').at(-1) ?? path;
    // Files opened before are listed at once, and Enter takes the first row.
    const chosen = this.#page.locator('.quick-input-list .monaco-list-row.focused');
    await chosen.filter({ hasText: name }).first().waitFor();
    await this.#page.keyboard.press('Enter');
    await this.#page.locator('.tab.active', { hasText: name }).waitFor();
  }

  /** Goes to a line and a column of the active editor, counted from 1. */
  async goToLine(line: number, column = 1): Promise<void> {
    await this.#show('Control+G');
    await this.#input.fill(`:${line}:${column}`);
    await this.#page.keyboard.press('Enter');
    await this.#input.waitFor({ state: 'hidden' });
  }

  /**
   * The rows of the list that a command shows, as read out, once one of them holds `text`: the list of commands
   * stays a moment longer.
   */
  async rows(text: string | RegExp): Promise<readonly string[]> {
    await this.#rows.filter({ hasText: text }).first().waitFor();
    return this.#rows.evaluateAll((rows) =>
      rows.map((row) => row.getAttribute('aria-label') ?? ''),
    );
  }

  /** Types a text, and takes the row that holds it. */
  async pick(text: string): Promise<void> {
    await this.#rows.first().waitFor();
    await this.#input.fill(text);
    await this.#rows.filter({ hasText: text }).first().click();
  }

  async close(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.#input.waitFor({ state: 'hidden' });
  }
}
