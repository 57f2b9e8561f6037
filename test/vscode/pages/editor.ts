import type { Locator, Page } from 'playwright-core';
import { until } from '../until';
import type { Dialogs } from './dialogs';
import type { Palette } from './palette';

/** The active text editor. */
export class Editor {
  readonly #page: Page;
  readonly #palette: Palette;
  readonly #squiggles: Locator;

  constructor(page: Page, palette: Palette) {
    this.#page = page;
    this.#palette = palette;
    this.#squiggles = page.locator('.editor-instance .squiggly-warning');
  }

  async open(path: string): Promise<void> {
    await this.#palette.openFile(path);
    await this.#page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** Waits until something is marked, or nothing is. */
  async waitForSquiggles(some: boolean): Promise<void> {
    const what = some ? 'a squiggle in the editor' : 'no squiggle in the editor';
    await until(
      what,
      () => this.#squiggles.count(),
      (count) => count > 0 === some,
    );
  }

  /** Puts the text in place of all there is. */
  async replaceAll(text: string): Promise<void> {
    await this.#page.keyboard.press('Control+A');
    await this.#page.keyboard.insertText(text);
  }

  /** Puts the focus into the text. */
  async focus(): Promise<void> {
    await this.#page.locator('.editor-instance .view-lines').first().click();
  }

  /** Puts a text in at the cursor. */
  async type(text: string): Promise<void> {
    await this.#page.keyboard.insertText(text);
  }

  /** Saves the active file, and waits until its tab shows no unsaved change. */
  async save(): Promise<void> {
    await this.#page.keyboard.press('Control+S');
    await this.#page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  }

  /** Closes all editors; what was not saved is dropped. */
  async closeAll(dialogs: Dialogs): Promise<void> {
    const tabs = this.#page.locator('.editor-group-container .tab');
    if ((await tabs.count()) === 0) return;
    await this.#page.keyboard.press('Control+K');
    await this.#page.keyboard.press('Control+W');
    await until(
      'no editor is open',
      async () => {
        if (await dialogs.isShown()) await dialogs.press("Don't Save");
        return tabs.count();
      },
      (count) => count === 0,
    );
  }

  /** The names of the tabs with unsaved changes. */
  async unsaved(): Promise<readonly string[]> {
    return this.#page.locator('.tab.dirty .label-name').allTextContents();
  }

  /** Takes a quick fix that is offered for a line. */
  async quickFix(line: number, title: string): Promise<void> {
    await this.#palette.goToLine(line);
    await this.#page.keyboard.press('Control+.');
    const rows = this.#page.locator('.action-widget .monaco-list-row');
    await rows.filter({ hasText: title }).waitFor();
    // By keyboard: the list takes no click before the mouse has moved.
    const focused = this.#page.locator('.action-widget .monaco-list-row.focused', {
      hasText: title,
    });
    await until(
      `"${title}" is chosen`,
      async () => {
        if ((await focused.count()) === 0) await this.#page.keyboard.press('ArrowDown');
        return focused.count();
      },
      (count) => count > 0,
    );
    await this.#page.keyboard.press('Enter');
    await rows.first().waitFor({ state: 'detached' });
  }

  /** Waits until the list of quick fixes is open. */
  async waitForQuickFixes(): Promise<void> {
    await this.#page.locator('.action-widget .monaco-list-row').first().waitFor();
  }

  /** The titles of the quick fixes that are offered for a line; the list stays open. */
  async quickFixes(line: number): Promise<readonly string[]> {
    await this.#palette.goToLine(line);
    await this.#page.keyboard.press('Control+.');
    const rows = this.#page.locator('.action-widget .monaco-list-row');
    await rows.first().waitFor();
    return rows.allTextContents();
  }

  /** Waits until the text in view holds `text`. */
  async waitForText(text: string): Promise<void> {
    const lines = this.#page.locator('.editor-instance .view-line');
    await until(
      `"${text}" in the editor`,
      // The editor draws spaces as no-break spaces.
      async () => (await lines.allTextContents()).join('\n').replaceAll('\u00a0', ' '),
      (seen) => seen.includes(text),
    );
  }

  /** Puts a cursor on each line, counted from 1, and selects those lines. All must be in view. */
  async selectLines(first: number, ...more: number[]): Promise<void> {
    await this.#palette.goToLine(first);
    for (const line of more) await this.#lineAt(line).click({ modifiers: ['Alt'] });
    await this.#page.keyboard.press('Home');
    await this.#page.keyboard.press('Shift+End');
  }

  /** Puts the cursor at the start of a line, with nothing selected. */
  async goTo(line: number): Promise<void> {
    await this.#palette.goToLine(line);
  }

  /** Waits until the status bar gives a line from `first` to `last` for the cursor. */
  async waitForLine(first: number, last = first): Promise<void> {
    const position = this.#page.locator('[id="status.editor.selection"]');
    await until(
      `the cursor in line ${first} to ${last}`,
      async () => Number(/Ln (\d+)/.exec((await position.textContent()) ?? '')?.[1]),
      (line) => line >= first && line <= last,
    );
  }

  /** Waits until a file is in front. */
  async waitForTab(name: string): Promise<void> {
    await this.#page.locator('.tab.active', { hasText: name }).waitFor();
  }

  /** Waits until the mouse over the first squiggle shows a hover, and returns its words. */
  async hoverSquiggle(): Promise<string> {
    const hover = this.#page.locator('.monaco-hover:not(.hidden) .hover-contents');
    await this.#squiggles.first().hover({ force: true });
    await hover.first().waitFor();
    return (await hover.allTextContents()).join('\n');
  }

  #lineAt(line: number): Locator {
    return this.#page.locator('.editor-instance .view-line').nth(line - 1);
  }
}
