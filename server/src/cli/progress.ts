import { isColourful, type Terminal } from './terminal';

const CLEAR_LINE = '\r\u001b[2K';
const INTERVAL_MS = 100;

/** One line on stderr that is redrawn as work goes on; silent unless stderr is a terminal. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #now: () => number;
  readonly #isShown: boolean;
  #lastDrawn = Number.NEGATIVE_INFINITY;
  #isDrawn = false;

  /** @param now milliseconds; the line is redrawn ten times a second at most. */
  constructor(terminal: Terminal, now: () => number) {
    this.#terminal = terminal;
    this.#now = now;
    this.#isShown = isColourful(terminal.stderr, { ...terminal.env, NO_COLOR: undefined });
  }

  /** Redraws the line. @param describe is asked only when it is time. */
  show(describe: () => string): void {
    if (!this.#isShown || this.#now() - this.#lastDrawn < INTERVAL_MS) return;
    this.#lastDrawn = this.#now();
    this.#isDrawn = true;
    const width = (this.#terminal.stderr.columns ?? 80) - 1;
    void this.#terminal.stderr.write(CLEAR_LINE + describe().slice(0, width));
  }

  /** Removes the line, before anything else is printed. */
  async clear(): Promise<void> {
    if (!this.#isDrawn) return;
    this.#isDrawn = false;
    await this.#terminal.stderr.write(CLEAR_LINE);
  }
}
