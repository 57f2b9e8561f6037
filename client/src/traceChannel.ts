import * as vscode from 'vscode';

const setting = 'textTwin.trace.server';

/**
 * Where the language client writes the traffic with the server, so that the setting alone shows it. The client
 * traces at the level Trace, which VS Code's log hides until its level is changed as well.
 */
export class TraceChannel implements vscode.Disposable {
  readonly channel: vscode.LogOutputChannel;
  readonly #levels = new vscode.EventEmitter<vscode.LogLevel>();
  readonly #listening: vscode.Disposable;

  constructor(log: vscode.LogOutputChannel) {
    const levelNow = () => (isWanted() ? vscode.LogLevel.Trace : log.logLevel);
    const tell = () => this.#levels.fire(levelNow());
    this.channel = Object.create(log, {
      logLevel: { get: levelNow },
      onDidChangeLogLevel: { value: this.#levels.event },
      trace: { value: (text: string) => (isWanted() ? log.info(text) : log.trace(text)) },
    });
    this.#listening = vscode.Disposable.from(
      log.onDidChangeLogLevel(tell),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(setting)) tell();
      }),
    );
  }

  dispose(): void {
    this.#listening.dispose();
    this.#levels.dispose();
  }
}

function isWanted(): boolean {
  return vscode.workspace.getConfiguration().get<string>(setting, 'off') !== 'off';
}
