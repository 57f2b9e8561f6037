import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import { whenCancelled } from './cancellation';
import type { ClientFeatures } from './clientFeatures';
import { diagnosticsFor } from './diagnostics';
import { quietly } from './quietly';
import type { Session } from './session';
import { keyOf } from './uris';

/** Refreshes are gathered for this long, in ms, because each makes the client ask for all documents. */
const refreshPause = 200;

/** What a client was last told about a document. */
interface Told {
  readonly resultId: string;
  readonly json: string;
}

/** Tells the client what was found: on request where the client asks, else by itself. */
export class DiagnosticsFeature {
  readonly #connection: Connection;
  readonly #features: ClientFeatures;
  readonly #session: Session;
  readonly #told = new Map<string, Told>();
  #refresh: ReturnType<typeof setTimeout> | undefined;
  #results = 0;

  constructor(connection: Connection, features: ClientFeatures, session: Session) {
    this.#connection = connection;
    this.#features = features;
    this.#session = session;
    connection.languages.diagnostics.on((params, token) => this.#pull(params, token));
  }

  /** Takes note that findings may have changed; only open documents are told about. */
  update(keys: Iterable<string>): void {
    const open = [...keys].filter((key) => this.#session.documents.get(key));
    if (!this.#features.pullsDiagnostics) {
      for (const key of open) this.#push(key);
    } else if (this.#features.refreshesDiagnostics && open.length > 0) {
      this.#refresh ??= setTimeout(() => this.#askForPull(), refreshPause);
    }
  }

  /** Takes a closed document's diagnostics away. */
  close(key: string, uri: string): void {
    const told = this.#told.get(key);
    this.#told.delete(key);
    if (!this.#features.pullsDiagnostics && told) {
      quietly(() => this.#connection.sendDiagnostics({ uri, diagnostics: [] }));
    }
  }

  dispose(): void {
    clearTimeout(this.#refresh);
  }

  async #pull(
    params: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const key = keyOf(params.textDocument.uri);
    await Promise.race([this.#upToDate(key), whenCancelled(token)]);
    const before = this.#told.get(key);
    const isKnown = before !== undefined && before.resultId === params.previousResultId;
    // Not examined in this version, as with `run: onSave`: the client moves what it shows along with edits.
    if (isKnown && !this.#session.isCurrent(key)) return unchanged(before.resultId);
    const items = this.#diagnostics(key);
    const told = this.#tell(key, JSON.stringify(items));
    if (isKnown && told === before) return unchanged(told.resultId);
    return { kind: DocumentDiagnosticReportKind.Full, resultId: told.resultId, items };
  }

  /**
   * Waits until the document was examined as it stands. A client that cannot be told to ask again gets no
   * second chance, so it also waits for the other files.
   */
  async #upToDate(key: string): Promise<void> {
    await this.#session.settled(key);
    if (!this.#features.refreshesDiagnostics) await this.#session.idle();
  }

  #push(key: string): void {
    const document = this.#session.documents.get(key);
    if (!document || !this.#session.isCurrent(key)) return;
    const diagnostics = this.#diagnostics(key);
    const before = this.#told.get(key);
    if (this.#tell(key, JSON.stringify(diagnostics)) === before) return;
    const { uri, version } = document;
    quietly(() => this.#connection.sendDiagnostics({ uri, version, diagnostics }));
  }

  #askForPull(): void {
    this.#refresh = undefined;
    const isStale = [...this.#told].some(
      ([key, { json }]) =>
        this.#session.isCurrent(key) && json !== JSON.stringify(this.#diagnostics(key)),
    );
    if (!isStale) return;
    quietly(() => this.#connection.languages.diagnostics.refresh());
  }

  #diagnostics(key: string): Diagnostic[] {
    const { severity } = this.#session.settings.latestOf(key).settings;
    const { relatedInformation } = this.#features;
    const label = (uri: string) => this.#session.folders.label(uri);
    return this.#session
      .findings(key)
      .flatMap((finding) => diagnosticsFor(finding, { severity, relatedInformation, label }));
  }

  /** Keeps what the client is told; the same object when that is what it was told before. */
  #tell(key: string, json: string): Told {
    const before = this.#told.get(key);
    if (before?.json === json) return before;
    const told = { resultId: String(++this.#results), json };
    if (this.#session.documents.get(key)) this.#told.set(key, told);
    return told;
  }
}

function unchanged(resultId: string): DocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
}
