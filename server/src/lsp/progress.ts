import type { Connection, WorkDoneProgressReporter } from 'vscode-languageserver';
import { quietly } from './quietly';
import type { Session } from './session';

/** How often progress is reported, in ms. */
const reportPause = 200;

/**
 * Shows what a session does as work-done progress while `task` runs. The client's "cancel" aborts the signal
 * that the task is given. A client that is slow to make a progress bar does not hold the task up.
 */
export async function withProgress<T>(
  connection: Connection,
  session: Session,
  title: string,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let reporter: WorkDoneProgressReporter | undefined;
  let isDone = false;
  let share = 0;
  connection.window.createWorkDoneProgress().then(
    (progress) => {
      reporter = progress;
      progress.token.onCancellationRequested(() => controller.abort());
      quietly(() => progress.begin(title, 0, undefined, true));
      // An end without a beginning is against the protocol, and some editors complain of it aloud.
      if (isDone) quietly(() => progress.done());
    },
    (error: Error) => session.log.warn(`The client shows no progress: ${error.message}`),
  );
  const timer = setInterval(() => {
    const { done, total } = session.scheduler.progress;
    if (total === 0) return;
    // Files that turn up meanwhile make the share smaller, but progress must not go back.
    share = Math.max(share, (100 * done) / total);
    quietly(() => reporter?.report(share, `${done} of ${total} files`));
  }, reportPause);
  try {
    return await task(controller.signal);
  } finally {
    isDone = true;
    clearInterval(timer);
    quietly(() => reporter?.done());
  }
}
