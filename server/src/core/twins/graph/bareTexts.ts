import { SplitSet } from '../../splitTables';

/** The ids of texts whose twins are known from an earlier run; they have no embedding yet, and are not in the index. */
export class BareTexts {
  readonly #bare = new SplitSet<number>();
  /** Known texts with more twins than are kept, and the nearest of them. */
  readonly #unsure = new Map<number, readonly string[]>();
  /** Bare texts with more twins than are kept, and all with an edge to them. */
  readonly #edges = new Map<number, readonly string[]>();

  get size(): number {
    return this.#bare.size;
  }

  has(id: number): boolean {
    return this.#bare.has(id);
  }

  ids(): Iterable<number> {
    return this.#bare;
  }

  add(id: number): void {
    this.#bare.add(id);
  }

  /** Takes note of one with more twins than are kept. @param others all with an edge to it, as far as is known. */
  markCut(id: number, nearest: readonly string[], others: readonly string[]): void {
    this.#unsure.set(id, nearest);
    this.#edges.set(id, others);
  }

  /** All with an edge to a bare text that has more twins than are kept. */
  edgesOf(id: number): readonly string[] | undefined {
    return this.#edges.get(id);
  }

  /** One has its embedding now. @returns false where it was not bare. */
  flesh(id: number): boolean {
    this.#edges.delete(id);
    return this.#bare.delete(id);
  }

  forget(id: number): void {
    this.flesh(id);
    this.#unsure.delete(id);
  }

  /** What earlier runs knew is of no use any more; embeddings are still missing. */
  forgetTwins(): void {
    this.#unsure.clear();
  }

  /**
   * Ids of those with more twins than are kept, and whether their nearest are all here. Of those that are, no more is told.
   */
  *settleCut(
    isHere: (text: string) => boolean,
  ): Generator<readonly [id: number, areHere: boolean]> {
    for (const [id, nearest] of this.#unsure) {
      const areHere = nearest.every(isHere);
      if (areHere) this.#unsure.delete(id);
      yield [id, areHere];
    }
  }
}
