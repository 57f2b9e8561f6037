/** Work is paused after this many milliseconds, so that a keystroke never waits behind it. */
const SLICE_MS = 8;

/** Paces a long loop: `pause()` lets other work run; it is due once the current slice is over. */
export class TimeSlice {
  #started = performance.now();

  get isOver(): boolean {
    return performance.now() - this.#started >= SLICE_MS;
  }

  /** @throws AbortError when aborted meanwhile. */
  async pause(signal?: AbortSignal): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
    this.#started = performance.now();
  }
}
