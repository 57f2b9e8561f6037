import type { Page } from 'playwright-core';
import { patience } from '../until';
import { DiffEditor } from './diffEditor';
import { Editor } from './editor';
import { Palette } from './palette';
import { Problems } from './problems';
import { StatusBar } from './statusBar';
import { Toasts } from './toasts';

/** A window of VS Code in a browser, with its parts. */
export class VsCodeWindow {
  readonly palette: Palette;
  readonly editor: Editor;
  readonly diff: DiffEditor;
  readonly problems: Problems;
  readonly statusBar: StatusBar;
  readonly toasts: Toasts;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    page.setDefaultTimeout(patience);
    this.palette = new Palette(page);
    this.editor = new Editor(page, this.palette);
    this.diff = new DiffEditor(page);
    this.problems = new Problems(page);
    this.statusBar = new StatusBar(page);
    this.toasts = new Toasts(page);
  }

  /** Opens an address and waits until the workspace's files are listed. */
  async open(url: string): Promise<void> {
    await this.statusBar.record();
    await this.#page.goto(url);
    await this.#page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  }

  /** Hides the side bar, or shows it again. */
  async toggleSideBar(): Promise<void> {
    await this.#page.keyboard.press('Control+B');
  }

  /** Writes a picture of the whole window. */
  async picture(path: string): Promise<void> {
    await this.#page.screenshot({ path, animations: 'disabled' });
  }
}
