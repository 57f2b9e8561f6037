import type { InitializeParams } from 'vscode-languageserver';
import type { Language } from '../core/passages/languageTable';
import type { InitializationOptions } from '../protocol';
import { readConfiguredLanguages } from './configuredLanguages';

/** What the client can do, read once from `initialize`. Anything malformed counts as absent. */
export interface ClientFeatures {
  /** Asks for diagnostics; else they are pushed. */
  readonly pullsDiagnostics: boolean;
  /** Can be told to ask for diagnostics again. */
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly configuration: boolean;
  /** `workspace/didChangeConfiguration` must be registered for. */
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly workspaceFolders: boolean;
  readonly workDoneProgress: boolean;
  readonly markdownHover: boolean;
  /** Takes code actions that are more than commands. */
  readonly codeActions: boolean;
  /** Takes `documentChanges` that create files. */
  readonly createsFiles: boolean;
  /** Has the commands of `protocol.clientCommands`. */
  readonly clientCommands: boolean;
  /** Settings given at start, for clients without `configuration`. */
  readonly initialSettings: unknown;
  /** Where embeddings are to be kept; absolute. */
  readonly cacheFolder: string | undefined;
  /** Languages to read beside those that are known. */
  readonly languages: readonly Language[];
}

/** Reads the features a client declares. */
export function readClientFeatures(params: InitializeParams): ClientFeatures {
  const { workspace, textDocument, window } = params.capabilities ?? {};
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  const edits = workspace?.workspaceEdit;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined && textDocument.diagnostic !== null,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation:
      textDocument?.publishDiagnostics?.relatedInformation === true ||
      textDocument?.diagnostic?.relatedInformation === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    workDoneProgress: window?.workDoneProgress === true,
    markdownHover: preferred(textDocument?.hover?.contentFormat) === 'markdown',
    codeActions: isObject(textDocument?.codeAction?.codeActionLiteralSupport),
    createsFiles: edits?.documentChanges === true && includes(edits.resourceOperations, 'create'),
    clientCommands: options.clientCommands === true,
    initialSettings: options.textTwin,
    cacheFolder: pathOrNone(options.cacheFolder),
    languages: readConfiguredLanguages(options.languages),
  };
}

/** The first format that is one of ours: clients name the one that they like best first. */
function preferred(formats: readonly string[] | undefined): string | undefined {
  if (!Array.isArray(formats)) return undefined;
  return formats.find((format) => format === 'markdown' || format === 'plaintext');
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function includes(list: readonly string[] | undefined, value: string): boolean {
  return Array.isArray(list) && list.includes(value);
}

function pathOrNone(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
