/** The thresholds of documents: the least of thousands is asked for at each edit. */
export class Thresholds {
  readonly #ofDocuments = new Map<string, number>();
  /** How many documents have each. */
  readonly #counts = new Map<number, number>();

  /** @param threshold undefined for a document that has no passages, or is gone. */
  set(uri: string, threshold: number | undefined): void {
    const before = this.#ofDocuments.get(uri);
    if (before === threshold) return;
    if (before !== undefined) this.#count(before, -1);
    if (threshold === undefined) this.#ofDocuments.delete(uri);
    else {
      this.#ofDocuments.set(uri, threshold);
      this.#count(threshold, 1);
    }
  }

  /** The least similarity that any document reports; 1 where there is none. */
  get least(): number {
    return Math.min(1, ...this.#counts.keys());
  }

  #count(threshold: number, more: number): void {
    const count = (this.#counts.get(threshold) ?? 0) + more;
    if (count > 0) this.#counts.set(threshold, count);
    else this.#counts.delete(threshold);
  }
}
