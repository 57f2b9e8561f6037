import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Check } from '../check';
import { closeEditors, diagnosticsOf, diagnosticsWhen, openEditor, rangeOfText } from '../editing';
import { configured, copied, queued, queuedAgain } from '../workspaceFiles';

export const copyDiagnostic: Check = {
  name: 'a copied sentence is a diagnostic with all its parts, its columns right after an emoji',
  async run(stage) {
    const { document } = await openEditor(stage, 'src/gate.ts');
    const [found] = await diagnosticsWhen(document.uri, 1);
    assert.ok(found);
    const { message, source, code, severity, tags } = found;
    assert.deepEqual(
      { message, source, code, severity, tags },
      {
        message: 'Same text as docs/gates.md:3.',
        source: 'Text Twin',
        code: 'duplicate',
        severity: vscode.DiagnosticSeverity.Warning,
        tags: undefined,
      },
    );
    const expected = rangeOfText(document, `// ${copied}`);
    assert.equal(expected.start.character, `export const face = '😀'; `.length);
    assert.deepEqual(found.range, expected);
  },
};

export const configuredLanguage: Check = {
  name: 'a language that only VS Code knows is read by the comments it is configured with',
  async run(stage) {
    const { document } = await openEditor(stage, 'src/flag.groovy');
    assert.equal(document.languageId, 'groovy');
    const [found] = await diagnosticsWhen(document.uri, 1);
    assert.equal(found?.message, 'Same text as docs/flags.md:3.');
    assert.deepEqual(found?.range, rangeOfText(document, `// ${configured}`));
  },
};

export const relatedPlaces: Check = {
  name: 'a diagnostic leads to the other place, with what is written there',
  async run(stage) {
    const { document } = await openEditor(stage, 'src/queue.ts');
    const [found] = await diagnosticsWhen(document.uri, 1);
    assert.ok(found);
    assert.equal(found.code, 'near-duplicate');
    assert.match(found.message, /^Says the same as src\/outbox\.ts:1 \(similarity \d\.\d\d\)\.$/);
    assert.deepEqual(found.range, rangeOfText(document, `// ${queued}`));
    const [related, ...more] = found.relatedInformation ?? [];
    assert.deepEqual(more, []);
    const outbox = vscode.Uri.joinPath(stage.folder, 'src/outbox.ts');
    assert.equal(related?.location.uri.toString(), outbox.toString());
    const other = await vscode.workspace.openTextDocument(outbox);
    assert.deepEqual(related?.location.range, rangeOfText(other, `// ${queuedAgain}`));
    assert.equal(related?.message, queuedAgain);
  },
};

export const followingEdits: Check = {
  name: 'diagnostics go when the text is reworded, and come back when that is undone',
  async run(stage) {
    const editor = await openEditor(stage, 'src/gate.ts');
    const { uri } = editor.document;
    await diagnosticsWhen(uri, 1);
    const range = rangeOfText(editor.document, copied);
    const reworded = 'Nothing of this kind is said anywhere else in the whole folder.';
    await editor.edit((edit) => edit.replace(range, reworded));
    await diagnosticsWhen(uri, 0);
    await vscode.commands.executeCommand('undo');
    await diagnosticsWhen(uri, 1);
    await closeEditors();
    assert.deepEqual(diagnosticsOf(uri), [], 'a closed document has no diagnostics');
  },
};
