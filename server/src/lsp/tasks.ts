/** Work that is under way, so that others can wait for all of it. */
export class Tasks {
  readonly #running = new Set<Promise<void>>();

  get count(): number {
    return this.#running.size;
  }

  /** Takes note of a task until it ends. The task handles its own errors. */
  track(task: Promise<void>): Promise<void> {
    const tracked = task.finally(() => this.#running.delete(tracked));
    this.#running.add(tracked);
    return tracked;
  }

  /** Resolves once no task is left, including those begun meanwhile. */
  async done(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}
