import * as vscode from 'vscode';
import { workspaceFileName } from '../../server/src/workspaceSettings';

/**
 * Saves the `.texttwin.json` that a code action has just written to: the command that such an action ends with.
 * Any other file is left alone, as the argument is not to be trusted.
 */
export async function saveSettingsFile(given: unknown): Promise<void> {
  if (typeof given !== 'string') return;
  const uri = vscode.Uri.parse(given);
  if (!uri.path.endsWith(`/${workspaceFileName}`)) return;
  await (await vscode.workspace.openTextDocument(uri)).save();
}
