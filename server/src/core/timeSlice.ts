/** Work is paused after this many milliseconds, so that a keystroke never waits behind it. */
const SLICE_MS = 4;

/** Resolves once whatever else is waiting was let run. Timers are to be had everywhere, but none is shorter than 1 ms. */
let giveWay = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Has all pauses made in a way that the platform knows better. */
export function pauseBy(better: () => Promise<void>): void {
  giveWay = better;
}

/** Does work that yields after each of its pieces in one go, and answers what it returns. */
export function finish<T>(work: Generator<void, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** Paces a long loop: `pause()` lets other work run; it is due once the current slice is over. */
export class TimeSlice {
  #started = performance.now();

  get isOver(): boolean {
    return performance.now() - this.#started >= SLICE_MS;
  }

  /** @throws AbortError when aborted meanwhile. */
  async pause(signal?: AbortSignal): Promise<void> {
    await giveWay();
    signal?.throwIfAborted();
    this.#started = performance.now();
  }

  /**
   * Does work that yields after each of its pieces, and answers what it returns.
   *
   * @throws AbortError when aborted meanwhile: the work is then ended where it is.
   */
  async run<T>(work: Generator<void, T>, signal?: AbortSignal): Promise<T> {
    try {
      let step = work.next();
      for (; !step.done; step = work.next()) if (this.isOver) await this.pause(signal);
      return step.value;
    } catch (error) {
      work.return(undefined as T);
      throw error;
    }
  }

  /** Does work that yields what it makes, piece by piece, and `undefined` between; hands the pieces on. */
  async *pieces<T>(work: Generator<T | undefined, void>): AsyncGenerator<T> {
    for (const piece of work) {
      if (piece !== undefined) yield piece;
      if (this.isOver) await this.pause();
    }
  }
}
