import type { Locator, Page } from 'playwright-core';

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

  /** Runs a command by its category and title, such as `Text Twin: Scan Workspace`. */
  async run(command: string): Promise<void> {
    await this.#page.keyboard.press('F1');
    await this.#input.waitFor();
    await this.#input.fill(`>${command}`);
    await this.#page
      .locator(`.quick-input-list .monaco-list-row[aria-label^="${command}"]`)
      .click();
  }

  /** Opens a file by its path in the workspace. */
  async openFile(path: string): Promise<void> {
    await this.#page.keyboard.press('Control+P');
    await this.#input.waitFor();
    await this.#input.fill(path);
    const name = path.split('/').at(-1) ?? path;
    // Files opened before are listed at once, and Enter takes the first row.
    const chosen = this.#page.locator('.quick-input-list .monaco-list-row.focused');
    await chosen.filter({ hasText: name }).first().waitFor();
    await this.#page.keyboard.press('Enter');
    await this.#page.locator('.tab.active', { hasText: name }).waitFor();
  }

  /** Goes to a line of the active editor, counted from 1. */
  async goToLine(line: number): Promise<void> {
    await this.#page.keyboard.press('Control+G');
    await this.#input.waitFor();
    await this.#input.fill(`:${line}`);
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
