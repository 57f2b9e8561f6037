import type { Locator, Page } from 'playwright-core';
import { until } from '../until';
import type { Dialogs } from './dialogs';
import type { Palette } from './palette';

/** After how many ms keys are pressed again: those pressed while a list closes are lost. */
const keyIsLostAfter = 5_000;

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
    // Before that, keys go elsewhere.
    await this.#page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
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
    const lines = this.#page.locator('.editor-instance .view-line');
    const position = this.#page.locator('[id="status.editor.selection"]');
    await until(
      'all is selected',
      async () => {
        await this.#page.keyboard.press('Control+A');
        const isEmpty = (await lines.allTextContents()).join('') === '';
        return isEmpty || ((await position.textContent()) ?? '').includes('selected');
      },
      Boolean,
    );
    await this.#page.keyboard.insertText(text);
    // A bracket that VS Code closed by itself, as it does in JSON whatever the settings say.
    await this.#page.keyboard.press('Control+Shift+End');
    await this.#page.keyboard.press('Delete');
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
    let pressed = Number.NEGATIVE_INFINITY;
    await until(
      'no editor is open',
      async () => {
        if (await dialogs.isShown()) await dialogs.press("Don't Save");
        const count = await tabs.count();
        if (count > 0 && performance.now() - pressed > keyIsLostAfter) {
          await this.#page.keyboard.press('Control+K');
          await this.#page.keyboard.press('Control+W');
          pressed = performance.now();
        }
        return count;
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
    const rows = await this.openQuickFixes();
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

  /** Opens the list of quick fixes at the cursor by its key, pressed again if it was lost, and returns its rows. */
  async openQuickFixes(): Promise<Locator> {
    const rows = this.#page.locator('.action-widget .monaco-list-row');
    await until(
      'the quick fixes',
      async () => {
        await this.#page.keyboard.press('Control+.');
        return rows
          .first()
          .waitFor({ timeout: keyIsLostAfter })
          .then(
            () => true,
            () => false,
          );
      },
      Boolean,
    );
    return rows;
  }

  /** The titles of the quick fixes that are offered for a line; the list stays open. */
  async quickFixes(line: number): Promise<readonly string[]> {
    await this.#palette.goToLine(line);
    return (await this.openQuickFixes()).allTextContents();
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

  /** Puts the cursor at a line and a column, both counted from 1. */
  async goToColumn(line: number, column: number): Promise<void> {
    await this.#palette.goToLine(line, column);
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
    const checking = this.#page.locator('.monaco-hover', { hasText: 'Checking for quick fixes' });
    await checking.waitFor({ state: 'hidden' });
    return (await hover.allTextContents()).join('\n');
  }

  /** Asks by keyboard what is said about the place of the cursor, and waits until that holds a text. */
  async hoverAtCursor(text: string): Promise<void> {
    const hover = this.#page.locator('.monaco-hover:not(.hidden) .hover-contents');
    await this.#palette.run('Show or Focus Hover');
    await until(
      `a hover that says ${text}`,
      async () => (await hover.allTextContents()).join('\n').replaceAll('\u00a0', ' '),
      (seen) => seen.includes(text),
    );
  }

  /** Waits until places are peeked at, with a file among them. */
  async waitForPeek(name: string): Promise<void> {
    const tree = this.#page.locator('.peekview-widget .ref-tree');
    await tree.filter({ hasText: name }).waitFor();
  }

  #lineAt(line: number): Locator {
    return this.#page.locator('.editor-instance .view-line').nth(line - 1);
  }
}
