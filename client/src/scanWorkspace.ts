import * as vscode from 'vscode';
import { scanRequest } from '../../server/src/protocol';
import type { Server } from './server';
import { describeScan } from './texts';

/** The command Scan Workspace: reads all files again and says what was found. The server shows progress. */
export async function scanWorkspace(
  server: Server,
  output: vscode.LogOutputChannel,
): Promise<void> {
  const result = await server.ask('scanning', scanRequest);
  if (!result) return;
  for (const { path, reason } of result.skipped) output.info(`${path} is skipped: ${reason}`);
  const buttons = [
    ...(result.groups > 0 ? ['Show Twins'] : []),
    ...(result.skipped.length > 0 ? ['Show Output'] : []),
  ];
  const message = `Text Twin: ${describeScan(result)}`;
  const picked = await vscode.window.showInformationMessage(message, ...buttons);
  if (picked === 'Show Twins') await vscode.commands.executeCommand('textTwin.showTwins');
  if (picked === 'Show Output') output.show();
}
