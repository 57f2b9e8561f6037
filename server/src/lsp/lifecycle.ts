import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { compareRequest, groupsRequest, scanRequest, similarRequest } from '../protocol';

/** Every request that is answered between `initialize` and `shutdown`. */
const answered: readonly string[] = [
  'textDocument/diagnostic',
  'textDocument/hover',
  'textDocument/codeAction',
  ...[compareRequest, similarRequest, groupsRequest, scanRequest].map(({ method }) => method),
];

/**
 * Where a server stands in its life. LSP 3.17 says what is answered when: nothing before `initialize`, which comes
 * once, and nothing after `shutdown`. The library leaves that to us.
 */
export class Lifecycle {
  readonly #connection: Connection;
  #phase: 'new' | 'open' | 'shut down' = 'new';

  /** Answers requests that have no handler; handlers take precedence. */
  constructor(connection: Connection) {
    this.#connection = connection;
    connection.onRequest((method: string) => this.#refuse(method));
  }

  /** @throws ResponseError `InvalidRequest` when it was opened before. */
  open(): void {
    if (this.#phase !== 'new') {
      throw new ResponseError(ErrorCodes.InvalidRequest, 'Already initialized.');
    }
    this.#phase = 'open';
  }

  /** @throws ResponseError when it is not open. */
  shutDown(): void {
    if (this.#phase !== 'open') this.#refuse('shutdown');
    this.#phase = 'shut down';
    for (const method of answered) {
      this.#connection.onRequest(method, () => this.#refuse(method));
    }
  }

  #refuse(method: string): never {
    switch (this.#phase) {
      case 'new':
        throw new ResponseError(
          ErrorCodes.ServerNotInitialized,
          `${method} came before initialize.`,
        );
      case 'open':
        throw new ResponseError(ErrorCodes.MethodNotFound, `There is no request ${method}.`);
      case 'shut down':
        throw new ResponseError(ErrorCodes.InvalidRequest, `${method} came after shutdown.`);
    }
  }
}
