/**
 * Twins kept per text, the nearest ones. Only a very low threshold finds more, and such a text is a phrase that
 * everybody uses, not a finding.
 */
export const MAX_TWINS = 64;

const NONE: ReadonlyMap<number, number> = new Map();

/**
 * The twins of each text, by id. Two texts have an edge when one of them is among the `MAX_TWINS` nearest of the
 * other, by energy, ties by key: whatever was added and removed before.
 */
export class TwinLists {
  readonly #keyOf: (id: number) => string;
  readonly #lists: (Map<number, number> | undefined)[] = [];
  /** Texts that had more twins than are kept. */
  readonly #cut = new Set<number>();
  readonly #incomplete = new Set<number>();

  constructor(keyOf: (id: number) => string) {
    this.#keyOf = keyOf;
  }

  /** Texts that lost a kept twin and may have others to take its place, until they are refilled. */
  get incomplete(): ReadonlySet<number> {
    return this.#incomplete;
  }

  link(a: number, b: number, energy: number): void {
    this.#offer(a, b, energy);
    this.#offer(b, a, energy);
  }

  /** The energy of a twin that a text keeps. */
  energy(of: number, twin: number): number | undefined {
    return this.#lists[of]?.get(twin);
  }

  /** The twins that a text keeps. */
  keptBy(id: number): ReadonlyMap<number, number> {
    this.#cutDown(id);
    return this.#lists[id] ?? NONE;
  }

  /** Takes note that a text has more twins than were linked. */
  markCut(id: number): void {
    this.#cut.add(id);
  }

  /** Takes note that the twins a text keeps may not be the nearest. */
  markIncomplete(id: number): void {
    this.#incomplete.add(id);
  }

  /** Whether a text has twins. */
  has(id: number): boolean {
    return (this.#lists[id]?.size ?? 0) > 0 || this.#cut.has(id);
  }

  /**
   * All with an edge to a text.
   *
   * @param nearby the texts that may keep it as a twin; asked for only where it keeps too few itself to tell.
   */
  twins(id: number, nearby: () => readonly number[]): (readonly [id: number, energy: number])[] {
    this.#cutDown(id);
    const kept = [...(this.#lists[id] ?? [])];
    if (!this.#cut.has(id)) return kept;
    for (const other of nearby()) {
      if (this.#lists[id]?.has(other)) continue;
      this.#cutDown(other);
      const energy = this.#lists[other]?.get(id);
      if (energy !== undefined) kept.push([other, energy]);
    }
    return kept;
  }

  /** All twins of a text, or undefined where it has more than are kept. */
  allOf(id: number): ReadonlyMap<number, number> | undefined {
    const kept = this.keptBy(id);
    return this.#cut.has(id) ? undefined : kept;
  }

  /**
   * @param nearby all texts that may keep it as a twin; asked for only where it keeps too few itself to tell.
   * @returns those that did.
   */
  remove(id: number, nearby: () => readonly number[]): number[] {
    const twins = this.allOf(id);
    const keepers = (twins ? [...twins.keys()] : nearby()).filter((other) =>
      this.#lists[other]?.delete(id),
    );
    for (const keeper of keepers) if (this.#cut.has(keeper)) this.#incomplete.add(keeper);
    this.#lists[id] = undefined;
    this.#cut.delete(id);
    this.#incomplete.delete(id);
    return keepers;
  }

  /** Gives a text its nearest twins anew. @param all of its twins. */
  refill(id: number, all: readonly { readonly id: number; readonly energy: number }[]): void {
    const sorted = all
      .map(({ id: other, energy }) => [other, energy] as const)
      .sort(this.#byEnergy);
    this.#lists[id] = new Map(sorted.slice(0, MAX_TWINS));
    this.#incomplete.delete(id);
    if (sorted.length <= MAX_TWINS) this.#cut.delete(id);
  }

  #offer(to: number, twin: number, energy: number): void {
    let list = this.#lists[to];
    if (!list) {
      list = new Map();
      this.#lists[to] = list;
    }
    list.set(twin, energy);
    // Cut down now and then rather than each time.
    if (list.size > 2 * MAX_TWINS) this.#cutDown(to);
  }

  #cutDown(id: number): void {
    const list = this.#lists[id];
    if (!list || list.size <= MAX_TWINS) return;
    this.#lists[id] = new Map([...list].sort(this.#byEnergy).slice(0, MAX_TWINS));
    this.#cut.add(id);
  }

  readonly #byEnergy = (
    [one, energy]: readonly [number, number],
    [other, otherEnergy]: readonly [number, number],
  ): number => energy - otherEnergy || (this.#keyOf(one) < this.#keyOf(other) ? -1 : 1);
}
