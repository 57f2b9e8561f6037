/** What the scheduler runs, and whom it tells. */
export interface SchedulerOptions {
  /**
   * Examines a batch of documents, by key. Must not reject; `signal` aborts a background batch. Somebody waits for
   * an `urgent` one.
   */
  readonly run: (batch: readonly string[], signal: AbortSignal, urgent: boolean) => Promise<void>;
  /** Called after each batch. */
  readonly onProgress: () => void;
}

/** The shortest pause in typing, in ms, after which a document is examined: about that between two quick keys. */
const shortestPause = 50;
/** The longest, for workspaces where examining is slow. */
const longestPause = 400;
/** Pauses per cost of an examination: most of a core stays the editor's, however fast somebody types. */
const pausePerCost = 4;
/** What an examination is taken to cost, in ms, before any was measured: a document is opened, and measured, before it is edited. */
const firstCost = shortestPause / pausePerCost;
/** A background batch should take about this long, in ms: an edit that interrupts it makes it begin again. */
const wantedBatchTime = 300;
const smallestBatch = 4;
const largestBatch = 512;

/**
 * The one queue of the server. Documents wait in it by key, each at most once; what people edit goes first,
 * files of the workspace follow in batches. One batch runs at a time; an edit interrupts one of the background, which
 * is then run again, smaller.
 */
export class Scheduler {
  readonly #options: SchedulerOptions;
  /** Edited documents and the time, in ms, from which they may run. */
  readonly #edited = new Map<string, number>();
  #background = new Set<string>();
  readonly #waiting = new Set<() => void>();
  #running: readonly string[] = [];
  #runningInBackground = 0;
  /** What runs in the background and was interrupted by an edit. */
  #interrupted: readonly string[] = [];
  #abort = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #batchSize = smallestBatch;
  /** How long the last batches of edited documents took, in ms; the latest counts half. */
  #cost = firstCost;
  #total = 0;
  #isDisposed = false;

  constructor(options: SchedulerOptions) {
    this.#options = options;
  }

  /** Documents of the present background round that are done, and all of it. */
  get progress(): { readonly done: number; readonly total: number } {
    const left = this.#background.size + this.#runningInBackground;
    return { done: this.#total - left, total: this.#total };
  }

  get isIdle(): boolean {
    return this.#running.length + this.#edited.size + this.#background.size === 0;
  }

  /** Examines a document as soon as possible. */
  schedule(key: string): void {
    this.#enqueue(key, 0);
  }

  /** Examines a document after a pause in typing; the pause grows with what the last round cost. */
  scheduleAfterPause(key: string): void {
    const pause = pausePerCost * this.#cost;
    this.#enqueue(key, Math.min(Math.max(shortestPause, pause), longestPause));
  }

  /** Examines documents when nothing more urgent waits. */
  scheduleInBackground(keys: Iterable<string>): void {
    if (this.#background.size === 0) this.#total = this.#runningInBackground;
    const before = this.#background.size;
    for (const key of keys) if (!this.#edited.has(key)) this.#background.add(key);
    this.#total += this.#background.size - before;
    this.#pump();
  }

  /** Forgets the background round; a batch of it that runs is aborted. */
  cancelBackground(): void {
    this.#total -= this.#background.size;
    this.#background.clear();
    this.#interrupted = [];
    this.#abort.abort();
  }

  /** Whether a document waits or runs. */
  isPending(key: string): boolean {
    return this.#edited.has(key) || this.#background.has(key) || this.#running.includes(key);
  }

  /** Resolves once a document neither waits nor runs, or once the scheduler is disposed of. */
  async settled(key: string): Promise<void> {
    while (!this.#isDisposed && this.isPending(key)) await this.#nextBatch();
  }

  /** Resolves once nothing waits or runs, or once the scheduler is disposed of. */
  async idle(): Promise<void> {
    while (!this.#isDisposed && !this.isIdle) await this.#nextBatch();
  }

  /** Drops all work; nothing runs afterwards. */
  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    this.#edited.clear();
    this.#background.clear();
    this.#abort.abort();
    this.#wake();
  }

  #enqueue(key: string, delay: number): void {
    this.#background.delete(key);
    this.#edited.set(key, performance.now() + delay);
    this.#pump();
  }

  #pump(): void {
    clearTimeout(this.#timer);
    if (this.#isDisposed) return;
    const now = performance.now();
    const due = [...this.#edited].filter(([, time]) => time <= now).map(([key]) => key);
    if (this.#running.length > 0) {
      if (this.#runningInBackground === 0) return;
      if (due.length > 0) this.#interrupt();
      else this.#pumpLater(now);
    } else if (due.length > 0) {
      for (const key of due) this.#edited.delete(key);
      void this.#run(due, false);
    } else if (this.#background.size > 0) {
      const batch = [...take(this.#background, this.#batchSize)];
      for (const key of batch) this.#background.delete(key);
      void this.#run(batch, true);
    } else this.#pumpLater(now);
  }

  /** Once the next edited document is due. */
  #pumpLater(now: number): void {
    if (this.#edited.size === 0) return;
    const wait = Math.min(...this.#edited.values()) - now;
    this.#timer = setTimeout(() => this.#pump(), Math.max(1, Math.ceil(wait)));
  }

  #interrupt(): void {
    if (this.#abort.signal.aborted) return;
    this.#interrupted = this.#running;
    this.#abort.abort();
  }

  async #run(batch: readonly string[], isBackground: boolean): Promise<void> {
    this.#running = batch;
    const started = performance.now();
    this.#runningInBackground = isBackground ? batch.length : 0;
    if (isBackground) this.#abort = new AbortController();
    const { signal } = isBackground ? this.#abort : new AbortController();
    try {
      await this.#options.run(batch, signal, !isBackground);
    } finally {
      const cost = performance.now() - started;
      if (isBackground) this.#adaptBatch(cost);
      else this.#cost = (this.#cost + cost) / 2;
      this.#running = [];
      this.#runningInBackground = 0;
      this.#putBack();
      if (!this.#isDisposed) this.#options.onProgress();
      this.#wake();
      this.#pump();
    }
  }

  /** Puts what was interrupted in front again, but for what was edited meanwhile. */
  #putBack(): void {
    if (this.#interrupted.length === 0) return;
    const again = this.#interrupted.filter((key) => !this.#edited.has(key));
    this.#background = new Set([...again, ...this.#background]);
    this.#interrupted = [];
  }

  #adaptBatch(cost: number): void {
    // While somebody types, batches come to take no longer than there is between two edits.
    if (this.#interrupted.length > 0) {
      this.#batchSize = Math.max(this.#batchSize / 2, smallestBatch);
      return;
    }
    if (cost < wantedBatchTime / 2) this.#batchSize = Math.min(this.#batchSize * 2, largestBatch);
    if (cost > wantedBatchTime * 2) this.#batchSize = Math.max(this.#batchSize / 2, smallestBatch);
  }

  #nextBatch(): Promise<void> {
    return new Promise((resolve) => this.#waiting.add(resolve));
  }

  #wake(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const resolve of waiting) resolve();
  }
}

function* take<T>(items: Iterable<T>, count: number): Iterable<T> {
  let left = count;
  for (const item of items) {
    if (left-- <= 0) return;
    yield item;
  }
}
