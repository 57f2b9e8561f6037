import { PassThrough } from 'node:stream';
import {
  createConnection,
  createMessageConnection,
  type MessageConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { startServer } from '../../../server/src/lsp/server';
import { FakeHost } from './fakeHost';

/** Something that the server said by itself. */
export interface Saying {
  readonly method: string;
  readonly params: unknown;
}

/** A client that has not said a word yet, joined to a server in this process. */
export interface BareClient {
  readonly connection: MessageConnection;
  readonly host: FakeHost;
  /** What the server asked, in order; all of it is answered with `null`. */
  readonly asked: readonly Saying[];
  /** What the server told, in order. */
  readonly told: readonly Saying[];
}

/** Starts a server that waits for `initialize`. */
export function connectBare(host = new FakeHost()): BareClient {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const server = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(up),
    new StreamMessageWriter(down),
  );
  startServer(server, host);
  const connection = createMessageConnection(
    new StreamMessageReader(down),
    new StreamMessageWriter(up),
  );
  const asked: Saying[] = [];
  const told: Saying[] = [];
  connection.onRequest((method: string, params: unknown) => {
    asked.push({ method, params });
    return null;
  });
  connection.onNotification((method: string, params: unknown) => {
    told.push({ method, params });
  });
  connection.onUnhandledProgress((params) => {
    told.push({ method: '$/progress', params });
  });
  connection.listen();
  return { connection, host, asked, told };
}

/** The code of the error that answers a request; `undefined` when it is answered otherwise. */
export async function refusal(
  connection: MessageConnection,
  method: string,
  params: unknown,
): Promise<number | undefined> {
  return connection.sendRequest(method, params).then(
    () => undefined,
    (error: { code?: number }) => error.code,
  );
}
