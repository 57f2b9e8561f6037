import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
} from 'vscode-languageserver';
import type { Finding } from '../core/twins/twin';
import { clientCommands } from '../protocol';
import { workspaceFileName } from '../workspaceSettings';
import type { ClientFeatures } from './clientFeatures';
import { diagnosticSource } from './diagnostics';
import { ignoreGroupEdit } from './ignoreGroup';
import { ignorePassageEdit } from './ignorePassage';
import { findingAt, placeOf } from './places';
import type { Session } from './session';
import { childOf, keyOf } from './uris';

/** The actions offered for the passage at a range, if something was found there. */
export async function codeActionsAt(
  session: Session,
  features: ClientFeatures,
  { textDocument, range, context }: CodeActionParams,
): Promise<CodeAction[]> {
  const key = keyOf(textDocument.uri);
  const isWanted = !context.only || context.only.some((kind) => isKindOf('quickfix', kind));
  if (!isWanted || !session.isCurrent(key)) return [];
  const finding = findingAt(session.findings(key), range);
  if (!finding) return [];
  const diagnostics = context.diagnostics.filter((diagnostic) => isAbout(finding, diagnostic));
  const actions = [
    ...(features.clientCommands ? navigation(finding) : []),
    ...ignorePassage(session, key, finding),
    ...(await ignoreGroup(session, features, key, finding)),
  ];
  return actions.map((action) => ({ kind: CodeActionKind.QuickFix, diagnostics, ...action }));
}

function navigation({ passage, best }: Finding): CodeAction[] {
  const [from, to] = [placeOf(passage), placeOf(best)];
  const go = 'Go to the other copy';
  const compare = 'Compare side by side';
  return [
    { title: go, command: { title: go, command: clientCommands.nextTwin, arguments: [from] } },
    {
      title: compare,
      command: { title: compare, command: clientCommands.diffTwins, arguments: [from, to] },
    },
  ];
}

function ignorePassage(session: Session, key: string, { passage }: Finding): CodeAction[] {
  const document = session.documents.get(key);
  const edit = document && ignorePassageEdit(document, passage);
  if (!document || !edit) return [];
  const title = 'Ignore this passage (text-twin-ignore-next)';
  return [{ title, edit: { changes: { [document.uri]: [edit] } } }];
}

async function ignoreGroup(
  session: Session,
  features: ClientFeatures,
  key: string,
  { groupId }: Finding,
): Promise<CodeAction[]> {
  const folder = session.folders.folderOf(key);
  if (folder === undefined) return [];
  const text = await session.settings.workspaceFileText(folder);
  const edit = ignoreGroupEdit({ folder, text, groupId, createsFiles: features.createsFiles });
  if (!edit) return [];
  const title = 'Ignore this group in this workspace';
  const file = childOf(folder, workspaceFileName);
  // What the user has not saved yet is not saved for them.
  const isUnsaved = await session.settings.isUnsaved(folder);
  if (!features.clientCommands || isUnsaved) return [{ title, edit }];
  const { saveSettingsFile } = clientCommands;
  return [
    { title, edit, command: { title: 'Save', command: saveSettingsFile, arguments: [file] } },
  ];
}

function isAbout({ passage }: Finding, { source, range }: Diagnostic): boolean {
  return (
    source === diagnosticSource &&
    range.start.line === passage.start.line &&
    range.start.character === passage.start.character
  );
}

/** Whether `kind` is `wanted` or, by the dots in it, one of its kinds. */
function isKindOf(kind: string, wanted: string): boolean {
  return wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`);
}
