import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { type ServerStatus, statusNotification } from '../server/src/protocol';
import { memoryOf, processorSecondsOf } from './processFigures';

/** A method that the server does not have: refusing it takes a turn of its event loop and nothing else. */
const PING = 'bench/ping';
/** How long (ms) a status must stand before the server counts as settled. */
const STILL = 500;
/** How long (ms) diagnostics are waited for: what a filter silences changes none. */
const PATIENCE = 5000;

/** The built server as a process, and a client that says no more than it must. */
export class BenchServer {
  readonly #child: ChildProcess;
  readonly #client: MessageConnection;
  readonly #told = new Map<string, () => void>();
  #version = 1;
  #status: ServerStatus | undefined;
  #changed = () => {};

  private constructor(child: ChildProcess, client: MessageConnection) {
    this.#child = child;
    this.#client = client;
    client.onNotification(statusNotification.method, (status: ServerStatus) => {
      this.#status = status;
      this.#changed();
    });
    client.onNotification('textDocument/publishDiagnostics', ({ uri, version }) => {
      if (version === this.#version) this.#told.get(uri)?.();
    });
    client.onRequest('window/workDoneProgress/create', () => null);
  }

  /** @param cache an absolute folder for embeddings, the only one that is used. */
  static async start(
    script: string,
    folders: readonly string[],
    cache: string,
  ): Promise<BenchServer> {
    const child = spawn(process.execPath, [script, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, TEXT_TWIN_CACHE: cache },
    });
    const client = createMessageConnection(
      new StreamMessageReader(child.stdout as NodeJS.ReadableStream),
      new StreamMessageWriter(child.stdin as NodeJS.WritableStream),
    );
    const server = new BenchServer(child, client);
    client.listen();
    await client.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: folders.map((folder) => ({
        uri: pathToFileURL(folder).href,
        name: folder,
      })),
      capabilities: { workspace: { workspaceFolders: true } },
    });
    await client.sendNotification('initialized', {});
    return server;
  }

  /** What the server last said of itself. */
  get status(): ServerStatus | undefined {
    return this.#status;
  }

  /** Resolves when everything was examined and nothing has changed for a moment. @throws Error without a model */
  settled(): Promise<void> {
    return new Promise((resolve, reject) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      this.#changed = () => {
        clearTimeout(timer);
        const { state, total, message } = this.#status as ServerStatus;
        if (state === 'error') reject(new Error(message));
        if (state === 'ready' && total > 0) timer = setTimeout(resolve, STILL);
      };
    });
  }

  ping(): Promise<void> {
    return this.#client.sendRequest(PING).then(
      () => {},
      () => {},
    );
  }

  /** Opens a document and resolves when the server has told what it finds in it; true, or false when it does not. */
  async open(file: string, languageId: string, text: string): Promise<boolean> {
    const uri = pathToFileURL(file).href;
    const told = this.#toldOf(uri);
    const textDocument = { uri, languageId, version: ++this.#version, text };
    await this.#client.sendNotification('textDocument/didOpen', { textDocument });
    return told;
  }

  /** Replaces a document's text and resolves when its diagnostics have changed; true, or false when they do not. */
  async change(file: string, text: string): Promise<boolean> {
    const uri = pathToFileURL(file).href;
    const told = this.#toldOf(uri);
    const textDocument = { uri, version: ++this.#version };
    const contentChanges = [{ text }];
    await this.#client.sendNotification('textDocument/didChange', { textDocument, contentChanges });
    return told;
  }

  async close(file: string): Promise<void> {
    const textDocument = { uri: pathToFileURL(file).href };
    await this.#client.sendNotification('textDocument/didClose', { textDocument });
  }

  /** Resident megabytes (2^20 bytes). */
  memory(): Promise<{ readonly now: number; readonly peak: number }> {
    return memoryOf(this.#child.pid as number);
  }

  processorSeconds(): Promise<number> {
    return processorSecondsOf(this.#child.pid as number);
  }

  async stop(): Promise<void> {
    const exited = once(this.#child, 'exit');
    await this.#client.sendRequest('shutdown');
    await this.#client.sendNotification('exit');
    await exited;
    this.#client.dispose();
  }

  #toldOf(uri: string): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), PATIENCE);
      this.#told.set(uri, () => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }
}
