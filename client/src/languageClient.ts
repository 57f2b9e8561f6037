import type * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node';
import type { ConfiguredLanguage, InitializationOptions } from '../../server/src/protocol';
import { documentSelector } from './documentSelector';

/**
 * The client of the bundled server, not yet started. It restarts a crashed server as VS Code's default says.
 *
 * @param languages to be read beside those that the server knows.
 */
export function createLanguageClient(
  context: vscode.ExtensionContext,
  outputChannel: vscode.LogOutputChannel,
  traceOutputChannel: vscode.LogOutputChannel,
  languages: readonly ConfiguredLanguage[],
): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  const initializationOptions: InitializationOptions = {
    clientCommands: true,
    cacheFolder: context.globalStorageUri.fsPath,
    languages,
  };
  return new QuietClient(
    'textTwin',
    'Text Twin',
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--inspect=6009'] } },
    },
    {
      documentSelector: documentSelector(languages.map(({ id }) => id)),
      initializationOptions,
      outputChannel,
      traceOutputChannel,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      markdown: { isTrusted: false, supportHtml: false },
    },
  );
}

/**
 * A client that takes no request for failed because it was stopped meanwhile, as when the window closes. The base
 * class logs such requests as errors, and throws them at VS Code, which logs them as well.
 */
class QuietClient extends LanguageClient {
  override handleFailedRequest<T>(
    ...failed: Parameters<typeof LanguageClient.prototype.handleFailedRequest<T>>
  ): T {
    const [, , , substitute] = failed;
    return this.isRunning() ? super.handleFailedRequest(...failed) : substitute;
  }
}
