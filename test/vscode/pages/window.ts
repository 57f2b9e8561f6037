import type { Page } from 'playwright-core';
import { patience } from '../until';
import { ContextMenu } from './contextMenu';
import { Dialogs } from './dialogs';
import { DiffEditor } from './diffEditor';
import { Editor } from './editor';
import { Explorer } from './explorer';
import { Extensions } from './extensions';
import { Notebook } from './notebook';
import { Output } from './output';
import { Palette } from './palette';
import { Problems } from './problems';
import { StatusBar } from './statusBar';
import { Toasts } from './toasts';
import { timeTyping } from './typing';

/** A window of VS Code in a browser, with its parts. */
export class VsCodeWindow {
  readonly palette: Palette;
  readonly editor: Editor;
  readonly diff: DiffEditor;
  readonly problems: Problems;
  readonly statusBar: StatusBar;
  readonly toasts: Toasts;
  readonly dialogs: Dialogs;
  readonly explorer: Explorer;
  readonly extensions: Extensions;
  readonly notebook: Notebook;
  readonly output: Output;
  readonly contextMenu: ContextMenu;
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
    this.dialogs = new Dialogs(page);
    this.explorer = new Explorer(page, this.palette, this.dialogs);
    this.extensions = new Extensions(page, this.palette);
    this.notebook = new Notebook(page);
    this.contextMenu = new ContextMenu(page);
    this.output = new Output(page, this.palette);
  }

  /** Opens an address and waits until the workspace's files are listed. */
  async open(url: string): Promise<void> {
    await this.statusBar.record();
    await this.#page.goto(url);
    await this.#page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  }

  /** Leaves nothing of what was done before: no editor, no message, no list. */
  async tidy(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.editor.closeAll(this.dialogs);
    await this.toasts.closeAll();
  }

  /** Leaves the page, for the server to know that it is gone. */
  async leave(): Promise<void> {
    await this.#page.goto('about:blank');
  }

  /** Types key by key, and returns how long each took to appear, in ms. */
  async timeTyping(text: string): Promise<readonly number[]> {
    return timeTyping(this.#page, text);
  }

  /** Waits until the window wears a theme, by its class. */
  async waitForTheme(name: string): Promise<void> {
    await this.#page.locator(`.monaco-workbench.${name}`).first().waitFor();
  }

  /** Presses a key, or several at once. */
  async press(keys: string): Promise<void> {
    await this.#page.keyboard.press(keys);
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
