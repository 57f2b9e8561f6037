import * as vscode from 'vscode';
import type { Server } from './server';
import { statusText } from './statusText';

/** The item in the status bar: what the server is doing, and how many groups of twins there are. */
export class StatusBar implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem(
    'textTwin.status',
    vscode.StatusBarAlignment.Right,
  );
  readonly #listening: vscode.Disposable;

  constructor(server: Server) {
    this.#item.name = 'Text Twin';
    this.#listening = server.onStatus(() => this.#show(server));
    this.#show(server);
    this.#item.show();
  }

  dispose(): void {
    this.#listening.dispose();
    this.#item.dispose();
  }

  #show({ status }: Server): void {
    const { text, tooltip, isError } = statusText(status);
    this.#item.text = text;
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = { label: tooltip };
    this.#item.command = isError ? 'textTwin.showOutput' : 'textTwin.showTwins';
    this.#item.backgroundColor = isError
      ? new vscode.ThemeColor('statusBarItem.errorBackground')
      : undefined;
  }
}
