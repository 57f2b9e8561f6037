import * as vscode from 'vscode';
import { until } from '../vscode/until';
import type { Stage } from './check';

/** How long diagnostics may take, in ms; under tenfold load 40 s were seen. */
const diagnosticsLimit = 150_000;

/** Opens a file of the workspace in the editor, in the active column if no other is named. */
export async function openEditor(
  { folder }: Stage,
  path: string,
  viewColumn = vscode.ViewColumn.Active,
): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(vscode.Uri.joinPath(folder, path), { viewColumn });
}

/** The extension's diagnostics of a document, in source order. */
export function diagnosticsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'Text Twin')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** Waits until a document has this many diagnostics of the extension, and returns them. */
export async function diagnosticsWhen(
  uri: vscode.Uri,
  count: number,
): Promise<vscode.Diagnostic[]> {
  const what = `${count} diagnostics in ${uri.path}`;
  return until(
    what,
    async () => diagnosticsOf(uri),
    (found) => found.length === count,
    diagnosticsLimit,
  );
}

/** Where a text stands in a document; columns are UTF-16 units. */
export function rangeOfText(document: vscode.TextDocument, text: string): vscode.Range {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`${document.uri.path} does not hold: ${text}`);
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + text.length));
}

/** Puts the cursor at the beginning of a text. */
export function placeCursor(editor: vscode.TextEditor, text: string): void {
  const { start } = rangeOfText(editor.document, text);
  editor.selection = new vscode.Selection(start, start);
}

/** Closes all editors; what was not saved is dropped. */
export async function closeEditors(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
