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

  /**
   * Presses a key until the box is there and takes a text: a key that is pressed while the window loads is lost, and
   * an editor that still opens takes the focus, which closes the box.
   */
  async #show(key: string, text: string): Promise<void> {
    await until(
      `the box that ${key} shows`,
      async () => {
        await this.#page.keyboard.press(key);
        return this.#input.fill(text, { timeout: KEY_IS_LOST_AFTER }).then(
          () => true,
          () => false,
        );
      },
      Boolean,
    );
  }

  /** Waits until a row is the chosen one; `step` is done while it is not, and the box shown again if it closed. */
  async #choose(
    what: string,
    row: Locator,
    show: () => Promise<void>,
    step: () => Promise<void>,
  ): Promise<void> {
    await show();
    await until(
      `${what} is chosen`,
      async () => {
        if (!(await this.#input.isVisible())) await show();
        const isChosen = await row.evaluateAll((rows) =>
          rows.some((one) => one.classList.contains('focused')),
        );
        if (!isChosen) await step();
        return isChosen;
      },
      Boolean,
    );
  }

  /** Runs a command by its category and title, such as `Text Twin: Scan Workspace`, with the keyboard alone. */
  async run(command: string): Promise<void> {
    const row = this.#page.locator(`.quick-input-list .monaco-list-row[aria-label^="${command}"]`);
    const show = () => this.#show('F1', `>${command}`);
    await this.#choose(command, row, show, async () => {
      if ((await row.count()) > 0) await this.#page.keyboard.press('ArrowDown');
    });
    await this.#page.keyboard.press('Enter');
  }

  /** The commands that are listed for a text, as read out; the list is closed again. */
  async commands(text: string): Promise<readonly string[]> {
    await this.#show('F1', `>${text}`);
    const rows = await this.rows(text);
    await this.close();
    return rows;
  }

  /** Opens a file by its path in the workspace. */
  async openFile(path: string): Promise<void> {
    const name = path.split('/').at(-1) ?? path;
    // Files opened before are listed at once, and Enter takes the first row.
    const row = this.#page.locator('.quick-input-list .monaco-list-row', { hasText: name });
    const show = () => this.#show('Control+P', path);
    await this.#choose(path, row, show, async () => {});
    await this.#page.keyboard.press('Enter');
    await this.#page.locator('.tab.active', { hasText: name }).waitFor();
  }

  /** Goes to a line and a column of the active editor, counted from 1. */
  async goToLine(line: number, column = 1): Promise<void> {
    await this.#show('Control+G', `:${line}:${column}`);
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
