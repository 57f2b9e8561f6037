import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import {
  compareRequest,
  groupsRequest,
  type RequestOf,
  type ScanResult,
  scanRequest,
  similarRequest,
} from '../protocol';
import { signalOf, whenCancelled } from './cancellation';
import type { ClientFeatures } from './clientFeatures';
import { groupsJson, similarJson } from './passageJson';
import { withProgress } from './progress';
import type { Session } from './session';

/** How many passages `textTwin/similar` answers when it is not told. */
const defaultTop = 10;
const largestTop = 1000;

/** Answers the requests of `protocol.ts`. */
export function answerRequests(
  connection: Connection,
  features: ClientFeatures,
  session: Session,
): void {
  /** Registers by name: requests without parameters are sent by some clients with `params: {}`. */
  function answer<Result extends object>(
    { method }: RequestOf<never, Result>,
    reply: (params: Record<string, unknown>, token: CancellationToken) => Promise<Result>,
  ): void {
    connection.onRequest<unknown, void>(method, (...received: unknown[]) => {
      const token = received.at(-1) as CancellationToken;
      const params = received.length > 1 ? received[0] : undefined;
      const fields = typeof params === 'object' && params !== null ? params : {};
      return Promise.race([reply(fields as Record<string, unknown>, token), whenCancelled(token)]);
    });
  }

  answer(compareRequest, async ({ a, b }) => {
    const texts = [textFrom('a', a), textFrom('b', b)] as const;
    const handle = await session.whenLoaded();
    if (handle) {
      const comparison = await handle.finder.compare(...texts);
      return { ...comparison, threshold: handle.thresholds.balanced };
    }
    const reason = session.model.failure?.message ?? 'The model is not loaded.';
    throw new ResponseError(LSPErrorCodes.RequestFailed, reason);
  });

  answer(similarRequest, async ({ text, top }) => {
    const wanted = textFrom('text', text);
    const count = countFrom(top);
    const handle = await session.whenLoaded();
    await session.idle();
    try {
      const passages = (await handle?.finder.similar(wanted, count)) ?? [];
      return passages.map((passage) => similarJson(passage, (uri) => session.folders.label(uri)));
    } catch (error) {
      session.log.error(`The search for similar passages failed: ${(error as Error).message}`);
      return [];
    }
  });

  answer(groupsRequest, async () => {
    await session.idle();
    return groupsJson(session.groups(), (uri) => session.folders.label(uri));
  });

  answer(scanRequest, (_, token) => {
    const scan = async (signal: AbortSignal) => {
      await session.scan(signal);
      return scanResult(session);
    };
    if (!features.workDoneProgress) return scan(signalOf(token));
    return withProgress(connection, session, 'Text Twin: scanning', (cancelled) =>
      scan(AbortSignal.any([cancelled, signalOf(token)])),
    );
  });
}

function scanResult(session: Session): ScanResult {
  const stats = session.model.handle?.finder.stats();
  return {
    files: stats?.documents ?? 0,
    passages: stats?.passages ?? 0,
    groups: session.groupCount,
    skipped: [...session.skipped].map(([key, reason]) => ({
      path: session.folders.label(key),
      reason,
    })),
  };
}

function textFrom(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new ResponseError(ErrorCodes.InvalidParams, `"${name}" must be a text.`);
}

function countFrom(value: unknown): number {
  if (value === undefined || value === null) return defaultTop;
  if (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= largestTop) {
    return value as number;
  }
  const problem = `"top" must be a whole number from 1 to ${largestTop}.`;
  throw new ResponseError(ErrorCodes.InvalidParams, problem);
}
