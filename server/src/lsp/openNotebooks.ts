import { type Connection, type NotebookCell, NotebookDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { OpenDocumentEvents } from './openDocuments';
import { keyOf } from './uris';

/** Where a cell stands. */
export interface CellPlace {
  /** Key of the notebook. */
  readonly notebook: string;
  /** Counted from 1, as people count. */
  readonly number: number;
}

/** The notebooks open in the client. Their cells are documents with URIs of their own. */
export class OpenNotebooks {
  readonly #notebooks = new NotebookDocuments(TextDocument);
  /** The notebook's and the cell's URI as the client spells them, by the cell's key. */
  readonly #cells = new Map<string, { readonly notebook: string; readonly uri: string }>();
  readonly #open = new Set<string>();

  /** The keys of all cells. */
  get cells(): Iterable<string> {
    return this.#cells.keys();
  }

  has(key: string): boolean {
    return this.#open.has(key);
  }

  cell(key: string): TextDocument | undefined {
    const uri = this.#cells.get(key)?.uri;
    return uri === undefined ? undefined : this.#notebooks.cellTextDocuments.get(uri);
  }

  placeOf(key: string): CellPlace | undefined {
    const cell = this.#cells.get(key);
    if (!cell) return undefined;
    const { cells = [] } = this.#notebooks.getNotebookDocument(cell.notebook) ?? {};
    const number = 1 + cells.findIndex(({ document }) => document === cell.uri);
    return { notebook: keyOf(cell.notebook), number };
  }

  /** Starts to follow the client. */
  listen(connection: Connection, events: OpenDocumentEvents): void {
    this.#notebooks.onDidOpen(({ uri, cells }) => {
      this.#open.add(keyOf(uri));
      events.exchanged(keyOf(uri));
      for (const cell of cells) this.#add(uri, cell, events);
    });
    this.#notebooks.onDidChange(({ notebookDocument, cells }) => {
      for (const { document } of cells?.removed ?? []) this.#remove(document, events);
      for (const cell of cells?.added ?? []) this.#add(notebookDocument.uri, cell, events);
      const { textContent = [], data = [] } = cells?.changed ?? {};
      // A cell's language is part of its data.
      const changed = [...textContent, ...data.map((change) => change.new)];
      for (const { document } of changed) events.changed(keyOf(document));
    });
    this.#notebooks.onDidSave(({ cells }) => {
      for (const { document } of cells) events.saved(keyOf(document));
    });
    this.#notebooks.onDidClose(({ uri, cells }) => {
      for (const { document } of cells) this.#remove(document, events);
      this.#open.delete(keyOf(uri));
      events.exchanged(keyOf(uri));
    });
    this.#notebooks.listen(connection);
  }

  #add(notebook: string, { document }: NotebookCell, events: OpenDocumentEvents): void {
    const key = keyOf(document);
    this.#cells.set(key, { notebook, uri: document });
    events.opened(key);
  }

  #remove(uri: string, events: OpenDocumentEvents): void {
    const key = keyOf(uri);
    this.#cells.delete(key);
    events.closed(key, uri);
  }
}
