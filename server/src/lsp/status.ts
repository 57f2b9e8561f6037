import type { Connection } from 'vscode-languageserver';
import { type ServerStatus, statusNotification } from '../protocol';
import { quietly } from './quietly';
import type { Session } from './session';

/** At most one status in this many ms. */
const statusPause = 100;

/** Keeps the client's status bar up to date. */
export class StatusReporter {
  readonly #connection: Connection;
  readonly #session: Session;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = '';

  constructor(connection: Connection, session: Session) {
    this.#connection = connection;
    this.#session = session;
  }

  /** Sends the status soon, unless the client knows it. */
  update(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#send();
    }, statusPause);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #send(): void {
    const status = statusOf(this.#session);
    const json = JSON.stringify(status);
    if (json === this.#last) return;
    this.#last = json;
    quietly(() => this.#connection.sendNotification(statusNotification.method, status));
  }
}

/** What a session is doing. */
export function statusOf(session: Session): ServerStatus {
  const { handle, failure } = session.model;
  const { done, total } = session.scheduler.progress;
  return {
    state: failure ? 'error' : !handle ? 'starting' : session.isIndexing ? 'indexing' : 'ready',
    done,
    total,
    passages: handle?.finder.stats().passages ?? 0,
    groups: session.groupCount,
    skipped: session.skipped.size,
    model: handle?.model.id ?? '',
    backend: handle?.backend ?? '',
    ...(failure && { message: failure.message }),
  };
}
