import { PassThrough } from 'node:stream';
import { expect, vi } from 'vitest';
import {
  type CancellationToken,
  createConnection,
  createMessageConnection,
  type Diagnostic,
  type FileChangeType,
  type InitializeParams,
  type InitializeResult,
  type MessageConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { startServer } from '../../../server/src/lsp/server';
import type { NotificationOf, RequestOf, ServerStatus } from '../../../server/src/protocol';
import { statusNotification } from '../../../server/src/protocol';
import { FakeHost } from './fakeHost';
import { languageIds } from './languageIds';

/** The folder of the tests' workspace. */
export const folder = 'file:///project';

/** How a test's client differs from a modern one. */
export interface ClientOptions {
  /** Merged over a modern editor's capabilities, one level deep per section. */
  readonly capabilities?: Partial<InitializeParams['capabilities']>;
  /** What the client answers to `workspace/configuration`, by scope; changed with `configure`. */
  readonly configuration?: unknown;
  readonly initializationOptions?: unknown;
  readonly folders?: readonly string[];
  /** Files on the fake disk, by path in the first folder. */
  readonly files?: Readonly<Record<string, string>>;
  readonly host?: FakeHost;
}

/** The capabilities of a modern editor, as far as this server asks. */
export const modernCapabilities: InitializeParams['capabilities'] = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
  },
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { relatedInformation: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
  window: { workDoneProgress: true },
};

/** A client and a server in one process, joined by streams. */
export class TestClient {
  readonly connection: MessageConnection;
  readonly host: FakeHost;
  /** What the server said by itself, by method, oldest first. */
  readonly said = new Map<string, unknown[]>();
  readonly registered: string[] = [];
  initialized!: InitializeResult;
  #configuration: unknown;
  readonly #versions = new Map<string, number>();

  private constructor(options: ClientOptions) {
    this.host = options.host ?? new FakeHost();
    this.#configuration = options.configuration === undefined ? {} : options.configuration;
    for (const [path, text] of Object.entries(options.files ?? {})) {
      this.host.files.set(`${folder}/${path}`, text);
    }
    const [up, down] = [new PassThrough(), new PassThrough()];
    const server = createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(up),
      new StreamMessageWriter(down),
    );
    startServer(server, this.host);
    this.connection = createMessageConnection(
      new StreamMessageReader(down),
      new StreamMessageWriter(up),
    );
    this.#listen();
  }

  /** Opens a server and carries `initialize` and `initialized` through. */
  static async open(options: ClientOptions = {}): Promise<TestClient> {
    const client = new TestClient(options);
    const folders = options.folders ?? [folder];
    client.initialized = await client.connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: folders[0] ?? null,
      workspaceFolders: folders.map((uri) => ({ uri, name: uri.slice(uri.lastIndexOf('/') + 1) })),
      capabilities: { ...modernCapabilities, ...options.capabilities },
      initializationOptions: options.initializationOptions,
    });
    client.notify('initialized', {});
    return client;
  }

  /** Ends the server without ending this process. */
  async close(): Promise<void> {
    // A test may have shut it down itself.
    await this.connection.sendRequest('shutdown').catch(() => undefined);
    this.connection.end();
    this.connection.dispose();
  }

  open(path: string, text: string): void {
    const uri = uriOf(path);
    const languageId = languageIds[path.slice(path.lastIndexOf('.'))] ?? 'plaintext';
    this.#versions.set(uri, 1);
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Replaces the whole text of an open document. */
  change(path: string, text: string): void {
    const uri = uriOf(path);
    const version = (this.#versions.get(uri) ?? 1) + 1;
    this.#versions.set(uri, version);
    const textDocument = { uri, version };
    this.notify('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
  }

  save(path: string): void {
    this.notify('textDocument/didSave', { textDocument: { uri: uriOf(path) } });
  }

  closeDocument(path: string): void {
    this.notify('textDocument/didClose', { textDocument: { uri: uriOf(path) } });
  }

  watched(path: string, type: FileChangeType): void {
    this.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(path), type }] });
  }

  configure(configuration: unknown): void {
    this.#configuration = configuration;
    this.notify('workspace/didChangeConfiguration', { settings: null });
  }

  notify(method: string, params: unknown): void {
    void this.connection.sendNotification(method, params);
  }

  request<P, R>({ method }: RequestOf<P, R>, params?: P, token?: CancellationToken): Promise<R> {
    return this.connection.sendRequest<R>(method, params, token);
  }

  /** What the server reports in a document, asked for as editors do. */
  async pull(path: string, previousResultId?: string): Promise<Report> {
    const params = { textDocument: { uri: uriOf(path) }, previousResultId };
    return this.connection.sendRequest<Report>('textDocument/diagnostic', params);
  }

  /** The messages reported in a document once they are as `expected`. */
  async expectMessages(path: string, expected: readonly string[]): Promise<void> {
    await vi.waitFor(
      async () => {
        const { items } = await this.pull(path);
        expect(items?.map(({ message }) => message)).toEqual(expected);
      },
      { timeout: 4000, interval: 20 },
    );
  }

  /** What the server pushed last about a document. */
  pushed(path: string): readonly Diagnostic[] | undefined {
    const all = (this.said.get('textDocument/publishDiagnostics') ?? []) as Pushed[];
    return all.findLast(({ uri }) => uri === uriOf(path))?.diagnostics;
  }

  status(): ServerStatus | undefined {
    return this.last(statusNotification);
  }

  last<P>({ method }: NotificationOf<P>): P | undefined {
    return this.said.get(method)?.at(-1) as P | undefined;
  }

  /** Waits for the server to be ready and at rest. */
  async ready(): Promise<void> {
    await vi.waitFor(() => expect(this.status()?.state).toBe('ready'), { timeout: 4000 });
  }

  #listen(): void {
    this.connection.onUnhandledProgress((params) => {
      this.said.set('$/progress', [...(this.said.get('$/progress') ?? []), params]);
    });
    this.connection.onNotification((method: string, params: unknown) => {
      this.said.set(method, [...(this.said.get(method) ?? []), params]);
    });
    this.connection.onRequest((method: string, params: unknown) => {
      if (method === 'workspace/configuration') {
        const { items } = params as { items: { scopeUri?: string }[] };
        return items.map(() => this.#configuration);
      }
      if (method === 'client/registerCapability') {
        const { registrations } = params as { registrations: { method: string }[] };
        this.registered.push(...registrations.map((registration) => registration.method));
      }
      this.said.set(method, [...(this.said.get(method) ?? []), params]);
      return null;
    });
    this.connection.listen();
  }
}

interface Pushed {
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** A diagnostic report, full or unchanged. */
export interface Report {
  readonly kind: 'full' | 'unchanged';
  readonly resultId?: string;
  readonly items?: readonly Diagnostic[];
}

/** The URI of a path in the tests' folder; URIs stay as they are. */
export function uriOf(path: string): string {
  return path.includes(':') ? path : `${folder}/${path}`;
}
