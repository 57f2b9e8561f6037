import {
  CodeActionKind,
  type FileOperationRegistrationOptions,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { ClientFeatures } from './clientFeatures';
import { diagnosticSource } from './diagnostics';

const localFiles: FileOperationRegistrationOptions = {
  filters: [{ scheme: 'file', pattern: { glob: '**' } }],
};

/** What the server offers a client of these features. */
export function serverCapabilities(features: ClientFeatures): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
    },
    // Cells of any language: those that are not read hold no passages.
    notebookDocumentSync: { notebookSelector: [{ notebook: '*' }], save: true },
    ...(features.pullsDiagnostics && {
      diagnosticProvider: {
        identifier: diagnosticSource,
        interFileDependencies: true,
        workspaceDiagnostics: false,
      },
    }),
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { didCreate: localFiles, didRename: localFiles, didDelete: localFiles },
    },
  };
}
