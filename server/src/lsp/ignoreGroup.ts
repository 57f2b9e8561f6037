import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { withIgnoredGroup, workspaceFileName } from '../workspaceSettings';
import { childOf } from './uris';

/** What is needed to write a group down as ignored. */
export interface IgnoreGroupInput {
  /** Key of the workspace folder. */
  readonly folder: string;
  /** The folder's `.texttwin.json` as it stands; `undefined` when there is none. */
  readonly text: string | undefined;
  readonly groupId: string;
  /** Whether the client can create files in an edit. */
  readonly createsFiles: boolean;
}

/**
 * An edit that adds a group to the ignored ones of a workspace folder, making the file if need be.
 *
 * @returns `undefined` when the file is not a JSON object, or would have to be made and cannot.
 */
export function ignoreGroupEdit(input: IgnoreGroupInput): WorkspaceEdit | undefined {
  const { folder, text, groupId, createsFiles } = input;
  const newText = withIgnoredGroup(text, groupId);
  if (newText === undefined || (text === undefined && !createsFiles)) return undefined;
  const uri = childOf(folder, workspaceFileName);
  const lines = (text ?? '').split(/\r\n|\r|\n/);
  const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const edits = [{ range: { start: { line: 0, character: 0 }, end }, newText }];
  if (text !== undefined) return { changes: { [uri]: edits } };
  const change: TextDocumentEdit = { textDocument: { uri, version: null }, edits };
  return {
    documentChanges: [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change],
  };
}
