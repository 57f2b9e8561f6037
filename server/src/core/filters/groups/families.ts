/** Disjoint sets of numbers or of texts, each called after its least. What was never joined is a set of its own. */
export class Families<T extends number | string> {
  readonly #parents = new Map<T, T>();

  /** The least of the set that `one` is in. */
  of(one: T): T {
    let root = one;
    for (let next = this.#parents.get(root); next !== undefined && next !== root; ) {
      root = next;
      next = this.#parents.get(root);
    }
    return root;
  }

  join(one: T, other: T): void {
    const [a, b] = [this.of(one), this.of(other)];
    const least = a < b ? a : b;
    for (const root of [a, b]) this.#parents.set(root, least);
    // Shortens the way the next time.
    for (const member of [one, other]) this.#parents.set(member, least);
  }

  /** Each that was joined, with the least of its set. */
  all(): ReadonlyMap<T, T> {
    return new Map([...this.#parents.keys()].map((one) => [one, this.of(one)]));
  }
}
