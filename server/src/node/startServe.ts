import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server';
import { sumNatively } from './nativeChecksum';
import { createNodeHost } from './nodeHost';
import { paceByEvents } from './pacing';

/**
 * Runs the language server over the channel that the command line names (`--node-ipc`, `--stdio`). The
 * promise never settles: the process ends with the client's `exit`, its end of the channel, or its death.
 */
export function startServe(): Promise<never> {
  paceByEvents();
  sumNatively();
  const connection = createConnection(ProposedFeatures.all);
  // One lost promise must not take the server down with every document's findings.
  process.on('unhandledRejection', (reason) => {
    connection.console.error(`Unexpected: ${reason instanceof Error ? reason.stack : reason}`);
  });
  process.on('disconnect', () => process.exit(1));
  startServer(connection, createNodeHost());
  return new Promise(() => {});
}
