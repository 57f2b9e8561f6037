import * as vscode from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import { type RequestOf, type ServerStatus, statusNotification } from '../../server/src/protocol';

/** The language server as commands see it: its state, and typed requests. */
export class Server implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #changed = new vscode.EventEmitter<ServerStatus | undefined>();
  readonly #listening: readonly vscode.Disposable[];
  #status: ServerStatus | undefined;

  /** Fires with each new status; `undefined` when the server has stopped. */
  readonly onStatus = this.#changed.event;

  constructor(client: LanguageClient) {
    this.#client = client;
    this.#listening = [
      client.onNotification(statusNotification.method, (status: ServerStatus) => this.#set(status)),
      // A server that dies says nothing: what it said last is no longer so, even if the next one soon says the same.
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Stopped) this.#set(undefined);
      }),
    ];
  }

  get status(): ServerStatus | undefined {
    return this.#status;
  }

  /** Starts the server; a failure is shown, not thrown. */
  async start(): Promise<void> {
    try {
      await this.#client.start();
    } catch (error) {
      this.#set(undefined);
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(
        `Text Twin: the language server did not start: ${reason}`,
      );
    }
  }

  /** Stops the server, running or not, and starts a new one. */
  async restart(): Promise<void> {
    this.#set(undefined);
    try {
      if (this.#client.needsStop()) await this.#client.stop();
    } catch (error) {
      this.#client.warn('Stopping the server failed', error);
    }
    await this.start();
  }

  /** Resolves in state `ready`; rejects in state `error`. */
  ready(): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = (status: ServerStatus | undefined) => {
        if (status?.state === 'ready') resolve();
        else if (status?.state === 'error') reject(new Error(status.message));
        else return;
        listening.dispose();
      };
      const listening = this.onStatus(check);
      check(this.#status);
    });
  }

  /**
   * Asks the server, showing progress that can be cancelled if it takes a while. A failure is shown.
   *
   * @returns `undefined` when it failed or was cancelled.
   */
  async ask<P, R>(title: string, request: RequestOf<P, R>, params?: P): Promise<R | undefined> {
    const options = { location: vscode.ProgressLocation.Window, title: `Text Twin: ${title}` };
    return vscode.window.withProgress(options, async (_, token) => {
      try {
        const { method } = request;
        return params === undefined
          ? await this.#client.sendRequest<R>(method, token)
          : await this.#client.sendRequest<R>(method, params, token);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        if (!token.isCancellationRequested) {
          void vscode.window.showErrorMessage(`Text Twin: ${reason}`);
        }
        return undefined;
      }
    });
  }

  dispose(): void {
    for (const listening of this.#listening) listening.dispose();
    this.#changed.dispose();
  }

  #set(status: ServerStatus | undefined): void {
    this.#status = status;
    this.#changed.fire(status);
  }
}
