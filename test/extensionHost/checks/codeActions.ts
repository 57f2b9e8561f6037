import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type GroupJson, groupsRequest } from '../../../server/src/protocol';
import { until } from '../../vscode/until';
import type { Check } from '../check';
import { closeEditors, diagnosticsWhen, openEditor } from '../editing';
import { queued } from '../workspaceFiles';

/** The quick fixes that VS Code offers for the only diagnostic of a document, by title. */
async function quickFixes(uri: vscode.Uri): Promise<ReadonlyMap<string, vscode.CodeAction>> {
  const [found] = await diagnosticsWhen(uri, 1);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    found?.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  return new Map(actions.map((action) => [action.title, action]));
}

async function apply(uri: vscode.Uri, title: RegExp): Promise<void> {
  const fixes = await quickFixes(uri);
  const [, fix] = [...fixes].find(([name]) => title.test(name)) ?? [];
  assert.ok(fix?.edit, `no edit titled ${title} among ${[...fixes.keys()].join(', ')}`);
  assert.equal(await vscode.workspace.applyEdit(fix.edit), true);
}

export const ignorePassage: Check = {
  name: 'the fix that ignores a passage writes a comment above it; undo takes both back',
  async run(stage) {
    const { document } = await openEditor(stage, 'src/queue.ts');
    const before = document.getText();
    await apply(document.uri, /^Ignore this passage/);
    const directive = '  // text-twin-ignore-next\n';
    assert.equal(
      document.getText(),
      before.replace(`  // ${queued}`, `${directive}  // ${queued}`),
    );
    await diagnosticsWhen(document.uri, 0);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await diagnosticsWhen(document.uri, 1);
    await closeEditors();
  },
};

export const ignoreGroup: Check = {
  name: 'the fix that ignores a group writes .texttwin.json; without that file the group is back',
  async run(stage) {
    const file = vscode.Uri.joinPath(stage.folder, '.texttwin.json');
    const { document } = await openEditor(stage, 'src/queue.ts');
    const groups = await stage.api.client.sendRequest<readonly GroupJson[]>(groupsRequest.method);
    const group = groups.find(({ members }) => members.some(({ text }) => text === queued));
    await apply(document.uri, /^Ignore this group/);
    await diagnosticsWhen(document.uri, 0);
    const written = await vscode.workspace.openTextDocument(file);
    assert.deepEqual(JSON.parse(written.getText()).ignoredGroups, [group?.id]);
    await vscode.workspace.saveAll(true);
    await vscode.workspace.fs.delete(file);
    await closeEditors();
    await openEditor(stage, 'src/queue.ts');
    await diagnosticsWhen(document.uri, 1);
  },
};

export const navigation: Check = {
  name: 'the fixes that lead to the other copy run as VS Code hands them over',
  async run(stage) {
    const { document } = await openEditor(stage, 'src/gate.ts');
    const command = (await quickFixes(document.uri)).get('Go to the other copy')?.command;
    assert.equal(command?.command, 'textTwin.nextTwin');
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const active = () => vscode.window.activeTextEditor?.document.uri.path ?? '';
    await until(
      'the other copy in the editor',
      async () => active(),
      (path) => path.endsWith('/docs/gates.md'),
    );
  },
};
