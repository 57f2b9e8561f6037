import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TextTwinApi } from '../../client/src/extension';
import { until } from '../vscode/until';
import type { Check, Outcome, Stage } from './check';
import { ignoreGroup, ignorePassage, navigation } from './checks/codeActions';
import { diff, goFromPlace, goToNext, requests } from './checks/commands';
import { commands, defaults, identity, scopes } from './checks/contributions';
import {
  configuredLanguage,
  copyDiagnostic,
  followingEdits,
  relatedPlaces,
} from './checks/diagnostics';
import { crash, deactivation, restart } from './checks/lifecycle';
import { configuration } from './checks/settings';
import { runChecks } from './runChecks';

/** All checks, in the order they run; the last one ends the extension. */
const checks: readonly Check[] = [
  identity,
  commands,
  defaults,
  scopes,
  copyDiagnostic,
  relatedPlaces,
  configuredLanguage,
  followingEdits,
  ignorePassage,
  ignoreGroup,
  navigation,
  goToNext,
  goFromPlace,
  diff,
  requests,
  configuration,
  restart,
  crash,
  deactivation,
];

/** Called by VS Code's extension host, as `extensionTestsPath` says; rejects when a check fails. */
export async function run(): Promise<void> {
  const stage = await setStage();
  const tell = (outcome: Outcome) => console.log(JSON.stringify(outcome));
  const failed = await runChecks(checks, stage, tell);
  if (failed > 0) throw new Error(`${failed} of ${checks.length} checks failed`);
}

async function setStage(): Promise<Stage> {
  const extension = vscode.extensions.getExtension<TextTwinApi>('text-twin.text-twin');
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(extension && folder, 'the extension and a workspace folder');
  await until(
    'the extension active',
    async () => extension.isActive,
    (isActive) => isActive,
  );
  await extension.exports.ready();
  return { extension, api: extension.exports, folder };
}
