import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { CompareSelection } from './compareSelection';
import { ComparisonDocuments } from './comparisonDocuments';
import { configuredLanguages } from './configuredLanguages';
import { findSimilar } from './findSimilar';
import { createLanguageClient } from './languageClient';
import { saveSettingsFile } from './saveSettingsFile';
import { scanWorkspace } from './scanWorkspace';
import { Server } from './server';
import { nextTwin, showTwins } from './showTwins';
import { StatusBar } from './statusBar';
import { TraceChannel } from './traceChannel';

/** What the extension offers other code, its own tests first. */
export interface TextTwinApi {
  readonly client: LanguageClient;
  /** Resolves once the workspace was read; rejects when the model cannot be loaded. */
  ready(): Promise<void>;
}

let running: LanguageClient | undefined;
let output: vscode.LogOutputChannel | undefined;

/** Called by VS Code on the first activation event. */
export async function activate(context: vscode.ExtensionContext): Promise<TextTwinApi> {
  const log = vscode.window.createOutputChannel('Text Twin', { log: true });
  output = log;
  const trace = new TraceChannel(log);
  const client = createLanguageClient(context, log, trace.channel, await configuredLanguages());
  running = client;
  const server = new Server(client);
  const documents = new ComparisonDocuments();
  const comparing = new CompareSelection(server, documents);
  const commands: Readonly<Record<string, (...given: never[]) => unknown>> = {
    compareSelection: () => comparing.run(),
    findSimilar: () => findSimilar(server),
    scanWorkspace: () => scanWorkspace(server, log),
    showTwins: () => showTwins(server),
    nextTwin: (from?: unknown) => nextTwin(server, from),
    diffTwins: (a: unknown, b: unknown) => documents.diffPlaces(a, b),
    saveSettingsFile: (uri: unknown) => saveSettingsFile(uri),
    restartServer: () => server.restart(),
    showOutput: () => log.show(),
  };
  context.subscriptions.push(trace, documents, server, new StatusBar(server));
  for (const [name, run] of Object.entries(commands)) {
    context.subscriptions.push(vscode.commands.registerCommand(`textTwin.${name}`, run));
  }
  void server.start();
  return { client, ready: () => server.ready() };
}

/** VS Code waits 4 s for `deactivate`; the default, 2 s, is short on a busy machine. In ms. */
const stopLimit = 3_500;

/** Called by VS Code before the window closes; it waits for the server to end. */
export async function deactivate(): Promise<void> {
  if (running?.needsStop()) await running.stop(stopLimit);
  // Not one of the subscriptions, which VS Code disposes of first: stopping may still write to it.
  output?.dispose();
}
