import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  MessageType,
  ShowMessageNotification,
  type ShowMessageParams,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import { readAlso } from '../core/passages/languages';
import { serverCapabilities } from './capabilities';
import { followClient, followFolders } from './changes';
import { type ClientFeatures, readClientFeatures } from './clientFeatures';
import { codeActionsAt } from './codeActions';
import { DiagnosticsFeature } from './diagnosticsFeature';
import type { Logger, ServerHost } from './host';
import { hoverAt } from './hover';
import { Lifecycle } from './lifecycle';
import { withProgress } from './progress';
import { quietly } from './quietly';
import { answerRequests } from './requests';
import { Session } from './session';
import { StatusReporter } from './status';
import { nameOf } from './uris';

/**
 * Serves one client over a connection until it says `shutdown`. The connection must not listen yet.
 */
export function startServer(connection: Connection, host: ServerHost): void {
  const log = host.logger ?? clientLog(connection);
  const lifecycle = new Lifecycle(connection);
  let stop = async () => {};
  connection.onShutdown(() => {
    lifecycle.shutDown();
    return stop();
  });
  connection.onInitialize((params) => {
    lifecycle.open();
    const features = readClientFeatures(params);
    readAlso(features.languages);
    const opened = openSession(connection, host, features, foldersOf(params), log);
    const { session } = opened;
    stop = opened.stop;
    connection.onInitialized(() => {
      register(connection, features, log);
      followFolders(connection, features, session);
      session.start();
      void withProgress(connection, session, 'Text Twin: reading the workspace', (signal) => {
        signal.addEventListener('abort', () => session.scheduler.cancelBackground());
        return session.idle();
      });
    });
    return {
      capabilities: serverCapabilities(features),
      serverInfo: { name: 'Text Twin', version: host.version },
    };
  });
  connection.listen();
}

/** Makes a session and everything that answers from it. */
function openSession(
  connection: Connection,
  host: ServerHost,
  features: ClientFeatures,
  folders: readonly WorkspaceFolder[],
  log: Logger,
): { session: Session; stop: () => Promise<void> } {
  const session = new Session(connection, features, folders, host, log, {
    findingsChanged: (keys) => diagnostics.update(keys),
    progressed: () => status.update(),
    failed(error) {
      log.error(error.message);
      // A notification: a request for buttons would wait for an answer that some clients never give.
      const message: ShowMessageParams = {
        type: MessageType.Error,
        message: `Text Twin: ${error.message}`,
      };
      quietly(() => connection.sendNotification(ShowMessageNotification.type, message));
    },
  });
  const diagnostics = new DiagnosticsFeature(connection, features, session);
  const status = new StatusReporter(connection, session);
  followClient(connection, session, diagnostics);
  answerRequests(connection, features, session);
  // Our own client runs in VS Code, whose hovers show diagnostics and their related places already.
  const hoverStyle = { markdown: features.markdownHover, showsRelated: features.clientCommands };
  connection.onHover((params) => orElse(log, null, () => hoverAt(session, params, hoverStyle)));
  connection.onCodeAction((params) =>
    // A client that knows no code actions but commands must be sent nothing else.
    orElse(log, [], () => (features.codeActions ? codeActionsAt(session, features, params) : [])),
  );
  const stop = async () => {
    diagnostics.dispose();
    status.dispose();
    await session.dispose();
  };
  return { session, stop };
}

/** The answer, or `fallback` and a log line where making it fails. */
async function orElse<T>(log: Logger, fallback: T, make: () => T | Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    log.error(`A request could not be answered: ${(error as Error).stack ?? error}`);
    return fallback;
  }
}

function register(connection: Connection, features: ClientFeatures, log: Logger): void {
  const refused = (error: Error) => log.warn(`The client refused to register: ${error.message}`);
  if (features.registersConfiguration) {
    const { type } = DidChangeConfigurationNotification;
    connection.client.register(type, { section: 'textTwin' }).catch(refused);
  }
  if (features.registersWatchers) {
    const watchers = [{ globPattern: '**/*' }];
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(refused);
  }
}

/** The folders a client opens with; older clients name one root only. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly WorkspaceFolder[] {
  if (Array.isArray(workspaceFolders)) return workspaceFolders;
  return typeof rootUri === 'string' ? [{ uri: rootUri, name: nameOf(rootUri) }] : [];
}

function clientLog(connection: Connection): Logger {
  return {
    info: (message) => quietly(() => connection.console.info(message)),
    warn: (message) => quietly(() => connection.console.warn(message)),
    error: (message) => quietly(() => connection.console.error(message)),
  };
}
