/** Work is paused after this many milliseconds, so that a keystroke never waits behind it. */
const SLICE_MS = 10;

/** Paces a long loop: `pause()` lets other work run once the current slice is used up. */
export class TimeSlice {
  #started = performance.now();

  async pause(signal?: AbortSignal): Promise<void> {
    if (performance.now() - this.#started < SLICE_MS) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
    this.#started = performance.now();
  }
}
