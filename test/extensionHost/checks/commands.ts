import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type ComparisonJson, compareRequest } from '../../../server/src/protocol';
import { until } from '../../vscode/until';
import type { Check, Stage } from '../check';
import { closeEditors, openEditor, placeCursor, rangeOfText } from '../editing';
import { copied, queued, queuedAgain } from '../workspaceFiles';

/** The file and the cursor's position in the active editor. */
function here(): string {
  const editor = vscode.window.activeTextEditor;
  const { line, character } = editor?.selection.active ?? { line: -1, character: -1 };
  return `${editor?.document.uri.path.split('/').at(-1)}:${line}:${character}`;
}

export const goToNext: Check = {
  name: 'Go to Next Twin puts the cursor on the other copy, and back; elsewhere it stays',
  async run(stage) {
    const editor = await openEditor(stage, 'src/gate.ts');
    placeCursor(editor, copied);
    await vscode.commands.executeCommand('textTwin.nextTwin');
    assert.equal(here(), 'gates.md:2:0');
    await vscode.commands.executeCommand('textTwin.nextTwin');
    const { start } = rangeOfText(editor.document, `// ${copied}`);
    assert.equal(here(), `gate.ts:0:${start.character}`);

    const away = await openEditor(stage, 'docs/gates.md');
    placeCursor(away, '# Gates');
    // The message that there is none is not waited for.
    void vscode.commands.executeCommand('textTwin.nextTwin');
    await stage.api.client.sendRequest('textTwin/groups');
    assert.equal(here(), 'gates.md:0:0');
  },
};

export const goFromPlace: Check = {
  name: 'Go to Next Twin starts from the place it is given',
  async run(stage) {
    await openEditor(stage, 'docs/gates.md');
    const uri = vscode.Uri.joinPath(stage.folder, 'src/queue.ts').toString();
    const range = { start: { line: 1, character: 4 }, end: { line: 1, character: 9 } };
    await vscode.commands.executeCommand('textTwin.nextTwin', { uri, range });
    assert.equal(here(), 'outbox.ts:0:0');
  },
};

export const diff: Check = {
  name: 'Compare side by side opens both texts in a diff',
  async run(stage) {
    const place = async (path: string, text: string) => {
      const uri = vscode.Uri.joinPath(stage.folder, path);
      const document = await vscode.workspace.openTextDocument(uri);
      return { uri: uri.toString(), range: rangeOfText(document, text) };
    };
    const places = [
      await place('src/queue.ts', queued),
      await place('src/outbox.ts', queuedAgain),
    ] as const;
    await vscode.commands.executeCommand('textTwin.diffTwins', ...places);
    const shown = await until(
      'a diff',
      async () => vscode.window.tabGroups.activeTabGroup.activeTab?.input,
      (input) => input instanceof vscode.TabInputTextDiff,
    );
    const { original, modified } = shown as vscode.TabInputTextDiff;
    const text = async (uri: vscode.Uri) =>
      (await vscode.workspace.openTextDocument(uri)).getText();
    assert.deepEqual([await text(original), await text(modified)], [queued, queuedAgain]);
    await closeEditors();
  },
};

/** Requests that other extensions may send through the client that the extension offers. */
export const requests: Check = {
  name: 'the custom requests answer through the client',
  async run({ api }: Stage) {
    const { client } = api;
    const same = { a: copied, b: copied };
    const compared = await client.sendRequest<ComparisonJson>(compareRequest.method, same);
    assert.deepEqual([compared.energy, compared.similarity, compared.verdict], [0, 1, 'duplicate']);
    const [nearest] = await client.sendRequest<{ path: string }[]>('textTwin/similar', {
      text: queuedAgain,
      top: 1,
    });
    assert.equal(nearest?.path, 'src/outbox.ts');
    const groups = await client.sendRequest<{ members: { path: string }[] }[]>('textTwin/groups');
    assert.deepEqual(
      groups.map(({ members }) => members.map(({ path }) => path)),
      [
        ['docs/flags.md', 'src/flag.groovy'],
        ['docs/gates.md', 'src/gate.ts'],
        ['src/outbox.ts', 'src/queue.ts'],
      ],
    );
  },
};
