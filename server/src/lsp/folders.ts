import type { WorkspaceFolder } from 'vscode-languageserver';
import type { CellPlace } from './openNotebooks';
import { isInside, keyOf, nameOf, pathOf } from './uris';

/** The workspace folders of the client, and the names of documents as seen from them. */
export class Folders {
  /** By key, longest first, so that the first match is the innermost folder. */
  #folders: readonly WorkspaceFolder[] = [];
  readonly #placeOfCell: (key: string) => CellPlace | undefined;

  /** `placeOfCell` tells the notebook of a document that is a cell. */
  constructor(
    folders: readonly WorkspaceFolder[],
    placeOfCell: (key: string) => CellPlace | undefined = () => undefined,
  ) {
    this.#placeOfCell = placeOfCell;
    this.change(folders, []);
  }

  /** The folders' keys, innermost first. */
  get keys(): readonly string[] {
    return this.#folders.map(({ uri }) => uri);
  }

  /** Takes in a `workspace/didChangeWorkspaceFolders`. */
  change(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void {
    const gone = new Set([...added, ...removed].map(({ uri }) => folderKey(uri)));
    const kept = this.#folders.filter(({ uri }) => !gone.has(uri));
    const fresh = added.map(({ uri, name }) => ({ uri: folderKey(uri), name }));
    this.#folders = [...kept, ...fresh].sort((a, b) => b.uri.length - a.uri.length);
  }

  /** The key of the innermost folder that holds a document, if any does. */
  folderOf(key: string): string | undefined {
    const file = this.#placeOfCell(key)?.notebook ?? key;
    return this.#folders.find(({ uri }) => isInside(uri, file))?.uri;
  }

  /** The document's path in its folder, with forward slashes; outside all folders its file's name alone. */
  relativePath(key: string): string {
    const file = this.#placeOfCell(key)?.notebook ?? key;
    const folder = this.#folders.find(({ uri }) => isInside(uri, file));
    const path = pathOf(file);
    return folder ? path.slice(pathOf(folder.uri).length).replace(/^\/+/, '') : nameOf(file);
  }

  /**
   * The document's path for people, with forward slashes: relative to its folder, after the folder's name
   * where there are several; the whole path outside all folders. A cell is named after its notebook.
   */
  label(key: string): string {
    const cell = this.#placeOfCell(key);
    if (cell) return `${this.label(cell.notebook)} (cell ${cell.number})`;
    const folder = this.#folders.find(({ uri }) => isInside(uri, key));
    const path = pathOf(key);
    if (!folder) return path;
    const relative = path.slice(pathOf(folder.uri).length).replace(/^\/+/, '');
    return this.#folders.length > 1 ? `${folder.name}/${relative}` : relative;
  }
}

function folderKey(uri: string): string {
  return keyOf(uri).replace(/\/+$/, '');
}
