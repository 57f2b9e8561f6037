import type { BenchServer } from './serverProcess';

/** Milliseconds between two questions: a hundred thousandth of them is a moment that people notice. */
const PAUSE = 20;

/** Milliseconds until each of the trivial requests was answered that were sent until something came to pass. */
export async function lagUntil(server: BenchServer, end: Promise<unknown>): Promise<number[]> {
  const lags: number[] = [];
  const asked: Promise<unknown>[] = [];
  const timer = setInterval(() => {
    const started = performance.now();
    asked.push(
      server.ping().then(() => {
        lags.push(performance.now() - started);
      }),
    );
  }, PAUSE);
  try {
    await end;
  } finally {
    clearInterval(timer);
  }
  await Promise.all(asked);
  return lags;
}
