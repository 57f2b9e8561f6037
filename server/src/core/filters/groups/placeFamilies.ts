/**
 * The same as `Families`, of the places in a list: it is asked millions of times for a phrase that stands in thousands of
 * places.
 */
export class PlaceFamilies {
  readonly #parents: Int32Array;

  /** @param count how many places there are. */
  constructor(count: number) {
    this.#parents = Int32Array.from({ length: count }, (_, place) => place);
  }

  /** The least of the set that a place is in. */
  of(place: number): number {
    const parents = this.#parents;
    let root = place;
    for (let next = parents[root] as number; next !== root; next = parents[root] as number) {
      // Shortens the way the next time.
      parents[root] = parents[next] as number;
      root = next;
    }
    return root;
  }

  /** Whether all of some places are in one set. */
  areOne(places: readonly number[]): boolean {
    const first = this.of(places[0] ?? 0);
    return places.every((place) => this.of(place) === first);
  }

  join(one: number, other: number): void {
    const [a, b] = [this.of(one), this.of(other)];
    this.#parents[Math.max(a, b)] = Math.min(a, b);
  }
}
