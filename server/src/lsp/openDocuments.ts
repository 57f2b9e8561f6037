import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { keyOf } from './uris';

/** What happens to open documents, by key. */
export interface OpenDocumentEvents {
  opened(key: string): void;
  changed(key: string): void;
  saved(key: string): void;
  closed(key: string, uri: string): void;
}

/** The documents open in the client. They are found by key; clients are answered with their own spelling. */
export class OpenDocuments {
  readonly #documents = new TextDocuments(TextDocument);
  readonly #uris = new Map<string, string>();

  get(key: string): TextDocument | undefined {
    const uri = this.#uris.get(key);
    return uri === undefined ? undefined : this.#documents.get(uri);
  }

  get keys(): string[] {
    return [...this.#uris.keys()];
  }

  /** Starts to follow the client. */
  listen(connection: Connection, events: OpenDocumentEvents): void {
    // Opening is reported twice, the second time as a change.
    let opening: TextDocument | undefined;
    this.#documents.onDidOpen(({ document }) => {
      const key = keyOf(document.uri);
      this.#uris.set(key, document.uri);
      opening = document;
      events.opened(key);
    });
    this.#documents.onDidChangeContent(({ document }) => {
      if (document !== opening) events.changed(keyOf(document.uri));
      opening = undefined;
    });
    this.#documents.onDidSave(({ document }) => events.saved(keyOf(document.uri)));
    this.#documents.onDidClose(({ document }) => {
      const key = keyOf(document.uri);
      this.#uris.delete(key);
      events.closed(key, document.uri);
    });
    this.#documents.listen(connection);
  }
}
