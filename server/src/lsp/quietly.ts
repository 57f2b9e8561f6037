/**
 * Sends something that nobody waits for. A client that has gone away makes every send fail, at once or later;
 * there is then no one left to tell.
 */
export function quietly(send: () => unknown): void {
  try {
    Promise.resolve(send()).catch(() => undefined);
  } catch {
    // Said above: nobody is there.
  }
}
