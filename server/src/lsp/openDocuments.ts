import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CellPlace, OpenNotebooks } from './openNotebooks';
import { keyOf } from './uris';

/** What happens to open documents, by key. */
export interface OpenDocumentEvents {
  opened(key: string): void;
  changed(key: string): void;
  saved(key: string): void;
  closed(key: string, uri: string): void;
  /** A notebook was opened or closed: its cells take the place of its file, or the other way round. */
  exchanged(notebook: string): void;
}

/**
 * The documents open in the client: texts, and the cells of notebooks. They are found by key; clients are
 * answered with their own spelling.
 */
export class OpenDocuments {
  readonly #documents = new TextDocuments(TextDocument);
  readonly #notebooks = new OpenNotebooks();
  readonly #uris = new Map<string, string>();

  get(key: string): TextDocument | undefined {
    const uri = this.#uris.get(key);
    return uri === undefined ? this.#notebooks.cell(key) : this.#documents.get(uri);
  }

  get keys(): string[] {
    return [...this.#uris.keys(), ...this.#notebooks.cells];
  }

  /** The notebook that a document is a cell of, and which one. */
  placeOfCell(key: string): CellPlace | undefined {
    return this.#notebooks.placeOf(key);
  }

  /** The file that a document belongs to: a cell's notebook, else the document itself. */
  fileOf(key: string): string {
    return this.#notebooks.placeOf(key)?.notebook ?? key;
  }

  /** Whether a file is open as a notebook, so that its cells stand for it. */
  isNotebook(key: string): boolean {
    return this.#notebooks.has(key);
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
    this.#notebooks.listen(connection, events);
  }
}
