import * as vscode from 'vscode';
import { excerpt } from '../../server/src/core/diagnostics/excerpt';
import { type GroupJson, groupsRequest } from '../../server/src/protocol';
import { type GroupAt, groupAt, nextMember } from './groupAt';
import { pickPassage } from './pickPassage';
import { locationOf, placeFrom, reveal } from './places';
import type { Server } from './server';
import { describeGroup, describePlace } from './texts';

/** How many UTF-16 units of a text leave room for how alike its group is. */
const longestLabel = 48;

interface GroupItem extends vscode.QuickPickItem {
  readonly group: GroupJson;
}

/**
 * The command Show Twins: peeks at the group under the cursor; elsewhere lists all groups, then the places of
 * the one picked.
 */
export async function showTwins(server: Server): Promise<void> {
  const groups = await server.ask('collecting twins', groupsRequest);
  if (!groups) return;
  const editor = vscode.window.activeTextEditor;
  const here = editor && findGroup(groups, editor.document.uri, editor.selection.active);
  if (editor && here) return peek(editor, here);
  if (groups.length === 0) {
    void vscode.window.showInformationMessage('Text Twin: no twins found.');
    return;
  }
  const group = await pickGroup(groups);
  const passage = group && (await pickPassage(describeGroup(group), group.members));
  if (passage) await reveal(passage);
}

/** The command Go to Next Twin: reveals the next place of the group under the cursor, or at `from`. */
export async function nextTwin(server: Server, from: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const place = placeFrom(from);
  const uri = place?.uri ?? editor?.document.uri;
  const position = place?.range.start ?? editor?.selection.active;
  const groups = await server.ask('collecting twins', groupsRequest);
  if (!groups) return;
  const here = uri && position && findGroup(groups, uri, position);
  if (here) await reveal(nextMember(here));
  else void vscode.window.showInformationMessage('Text Twin: no twins at the cursor.');
}

function findGroup(
  groups: readonly GroupJson[],
  uri: vscode.Uri,
  position: vscode.Position,
): GroupAt | undefined {
  return groupAt(groups, uri.toString(), position);
}

async function peek(editor: vscode.TextEditor, { group, member }: GroupAt): Promise<void> {
  await vscode.commands.executeCommand(
    'editor.action.peekLocations',
    editor.document.uri,
    locationOf(member).range.start,
    group.members.map(locationOf),
    'peek',
  );
}

async function pickGroup(groups: readonly GroupJson[]): Promise<GroupJson | undefined> {
  const items = groups.map(
    (group): GroupItem => ({
      label: excerpt(group.members[0]?.text ?? '', longestLabel),
      description: describeGroup(group),
      detail: group.members.map(describePlace).join('  '),
      group,
    }),
  );
  const options = { title: 'Twins in this workspace', matchOnDetail: true };
  return (await vscode.window.showQuickPick(items, options))?.group;
}
