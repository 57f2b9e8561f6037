import * as vscode from 'vscode';
import type { PlaceArgument, TextRange } from '../../server/src/protocol';

/** The scheme of the cells of open notebooks. */
const cellScheme = 'vscode-notebook-cell';

/** A range of the protocol as VS Code's. */
export function rangeOf({ start, end }: TextRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** A place of the protocol as VS Code's. */
export function locationOf({ uri, range }: PlaceArgument): vscode.Location {
  return new vscode.Location(vscode.Uri.parse(uri), rangeOf(range));
}

/** The place in a command's argument; `undefined` when it is none, as when the palette runs the command. */
export function placeFrom(given: unknown): vscode.Location | undefined {
  const { uri, range } = (given ?? {}) as Partial<PlaceArgument>;
  const isPlace = typeof uri === 'string' && typeof range?.start?.line === 'number';
  return isPlace ? locationOf({ uri, range }) : undefined;
}

/** Opens a document with a place selected and in view. `preview`: in passing, keeping the focus. */
export async function reveal(place: PlaceArgument, preview = false): Promise<void> {
  const { uri, range } = locationOf(place);
  if (uri.scheme === cellScheme) return revealCell(uri, range, preview);
  const selection = new vscode.Range(range.start, preview ? range.end : range.start);
  const options = { selection, preview, preserveFocus: preview };
  const editor = await vscode.window.showTextDocument(uri, options);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** A cell is no text editor of its own: the workbench opens its notebook there. */
async function revealCell(uri: vscode.Uri, selection: vscode.Range, preview: boolean) {
  const options: vscode.TextDocumentShowOptions = { selection, preview, preserveFocus: preview };
  await vscode.commands.executeCommand('vscode.open', uri, options);
}

/** The texts selected in the active editor, in their order in the document, without empty ones. */
export function selectedTexts(): string[] {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return [];
  return [...editor.selections]
    .sort((a, b) => a.start.compareTo(b.start))
    .map((selection) => editor.document.getText(selection))
    .filter((text) => text.trim() !== '');
}
