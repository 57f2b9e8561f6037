import { type Connection, FileChangeType } from 'vscode-languageserver';
import { languageOf } from '../core/passages/languages';
import { workspaceFileName } from '../workspaceSettings';
import type { ClientFeatures } from './clientFeatures';
import type { DiagnosticsFeature } from './diagnosticsFeature';
import type { Session } from './session';
import { keyOf, nameOf } from './uris';

/** Files that decide which others are read. */
const ignoreFiles: ReadonlySet<string> = new Set(['.gitignore', '.texttwinignore']);

/** Makes the session follow what the client reports: documents, files and settings. */
export function followClient(
  connection: Connection,
  session: Session,
  diagnostics: DiagnosticsFeature,
): void {
  followDocuments(connection, session, diagnostics);
  followFiles(connection, session);
  connection.onDidChangeConfiguration((params) => {
    session.settings.push(params?.settings);
    session.reloadSettings();
  });
}

/** Follows changes of workspace folders; to be called once `initialized` has come, as it registers. */
export function followFolders(connection: Connection, features: ClientFeatures, session: Session) {
  if (!features.workspaceFolders) return;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    session.folders.change(added, removed);
    session.reloadSettings();
    session.walkSoon();
  });
}

function followDocuments(
  connection: Connection,
  session: Session,
  diagnostics: DiagnosticsFeature,
): void {
  const { documents, scheduler } = session;
  // Edits of an open `.texttwin.json` count before it is saved, as those of all open documents do.
  const isSettingsFile = (key: string) => nameOf(key) === workspaceFileName;
  documents.listen(connection, {
    opened(key) {
      if (isSettingsFile(key)) session.reloadSettings();
      session.whenRun(key, ['onType', 'onSave'], () => scheduler.schedule(key));
    },
    changed(key) {
      if (isSettingsFile(key)) session.reloadSettings();
      session.whenRun(key, ['onType'], () => scheduler.scheduleAfterPause(key));
    },
    saved(key) {
      session.files.touch(key);
      session.whenRun(key, ['onSave'], () => scheduler.schedule(key));
      // A new file, told by its saving where the client watches no files.
      if (!session.files.has(key) && session.folders.folderOf(key)) session.walkSoon();
    },
    closed(key, uri) {
      diagnostics.close(key, uri);
      if (isSettingsFile(key)) session.reloadSettings();
      session.whenRun(key, ['onType', 'onSave'], () => scheduler.schedule(key));
    },
    exchanged(notebook) {
      // Whatever `run` says: a passage must not stand in the file and in a cell at once.
      scheduler.schedule(notebook);
    },
  });
}

function followFiles(connection: Connection, session: Session): void {
  const all = (uris: readonly { readonly uri: string }[], follow: (key: string) => void) => {
    for (const { uri } of uris) follow(keyOf(uri));
  };
  const created = (key: string) => fileCreated(session, key);
  const deleted = (key: string) => filesDeleted(session, key);
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) {
      const key = keyOf(uri);
      session.files.touch(key);
      if (type === FileChangeType.Created) created(key);
      else if (type === FileChangeType.Deleted) deleted(key);
      else fileChanged(session, key);
    }
  });
  connection.workspace.onDidCreateFiles(({ files }) => all(files, created));
  connection.workspace.onDidDeleteFiles(({ files }) => all(files, deleted));
  connection.workspace.onDidRenameFiles(({ files }) => {
    for (const { oldUri, newUri } of files) {
      deleted(keyOf(oldUri));
      created(keyOf(newUri));
    }
  });
}

function fileCreated(session: Session, key: string): void {
  if (steersOthers(session, key)) return;
  if (session.files.has(key)) {
    fileChanged(session, key);
    return;
  }
  const name = nameOf(key);
  const mayBeFolder = !name.includes('.');
  const isRead = mayBeFolder || languageOf(name) !== undefined;
  if (isRead && !session.settings.latestOf(key).excludes(key)) session.walkSoon();
}

function fileChanged(session: Session, key: string): void {
  if (steersOthers(session, key) || session.documents.get(key)) return;
  const { files, scheduler } = session;
  // What was passed over may have become readable.
  if (!files.has(key) && files.skipped.has(key)) session.walkSoon();
  if (!files.has(key)) return;
  session.whenRun(key, ['onType', 'onSave'], () => scheduler.scheduleInBackground([key]));
}

function filesDeleted(session: Session, key: string): void {
  if (steersOthers(session, key)) return;
  const gone = session.files.within(key);
  session.files.drop(gone);
  session.scheduler.scheduleInBackground(gone);
}

/** Takes in a change of a file that decides how others are read. */
function steersOthers(session: Session, key: string): boolean {
  const name = nameOf(key);
  if (name === workspaceFileName) session.reloadSettings();
  else if (ignoreFiles.has(name)) session.walkSoon();
  else return false;
  return true;
}
