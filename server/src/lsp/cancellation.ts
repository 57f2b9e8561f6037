import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Rejects with `RequestCancelled` once the client cancels; for `Promise.race`. */
export function whenCancelled(token: CancellationToken): Promise<never> {
  return new Promise((_, reject) => {
    const cancel = () =>
      reject(new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.'));
    if (token.isCancellationRequested) cancel();
    else token.onCancellationRequested(cancel);
  });
}

/** Aborts when the client cancels. */
export function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  else token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
