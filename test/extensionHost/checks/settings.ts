import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../vscode/until';
import type { Check } from '../check';
import { withSettings } from '../configuring';
import { closeEditors, diagnosticsOf, diagnosticsWhen, openEditor } from '../editing';

/** Settings, and what becomes of two files, one with a warning and one with a note: how severe; `undefined`: nothing. */
const cases: readonly (readonly [
  settings: Readonly<Record<string, unknown>>,
  gate: keyof typeof vscode.DiagnosticSeverity | undefined,
  queue: keyof typeof vscode.DiagnosticSeverity | undefined,
])[] = [
  [{ severity: 'error' }, 'Error', 'Information'],
  [{ severity: 'information' }, 'Information', 'Information'],
  [{ severity: 'hint' }, 'Hint', 'Hint'],
  [{ enable: false }, undefined, undefined],
  [{ threshold: 1 }, 'Warning', undefined],
  [{ scope: 'file' }, undefined, undefined],
  [{ check: ['comments'] }, undefined, 'Information'],
  [{ minWords: 18 }, 'Warning', undefined],
  [{ exclude: ['docs/**'] }, undefined, 'Information'],
];

export const configuration: Check = {
  name: 'changed settings change the diagnostics of open documents at once',
  async run(stage) {
    const editors = [
      await openEditor(stage, 'src/gate.ts'),
      await openEditor(stage, 'src/queue.ts', vscode.ViewColumn.Beside),
    ];
    const uris = editors.map(({ document }) => document.uri);
    const seen = () =>
      uris.map((uri) => {
        const [found] = diagnosticsOf(uri);
        return found && vscode.DiagnosticSeverity[found.severity];
      });
    for (const uri of uris) await diagnosticsWhen(uri, 1);
    for (const [settings, ...expected] of cases) {
      await withSettings(settings, async () => {
        const isMet = (now: readonly unknown[]) => expected.every((one, i) => one === now[i]);
        await until(JSON.stringify([settings, expected]), async () => seen(), isMet);
      });
      for (const uri of uris) await diagnosticsWhen(uri, 1);
    }
    assert.deepEqual(seen(), ['Warning', 'Information']);
    await closeEditors();
  },
};
