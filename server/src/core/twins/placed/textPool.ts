import { SplitSet } from '../../splitTables';
import type { Holders } from './holders';

/** Embeddings of texts that no passage holds any more, kept for undo and for switching branches. */
const MAX_SPARE_EMBEDDINGS = 20_000;

/** What becomes of the distinct texts that passages hold: equal texts are embedded and searched once. */
export class TextPool {
  readonly #holders: Holders;
  /** Texts that wait for their embedding. */
  readonly #fresh = new SplitSet<string>();
  /** Texts that no passage may hold any more. */
  readonly #released = new Set<string>();
  readonly #spare = new Map<string, Float32Array>();
  #reused = 0;

  /** @param holders tells which texts are held, now and whenever the pool is asked. */
  constructor(holders: Holders) {
    this.#holders = holders;
  }

  /** How often a text was met whose embedding was at hand. */
  get reused(): number {
    return this.#reused;
  }

  /** To be told of a text before one more passage holds it. */
  hold(normal: string): void {
    // One that is released and was not swept yet is what it was.
    const isKnown = this.#holders.has(normal) || this.#released.has(normal);
    if (isKnown || this.#spare.has(normal)) this.#reused++;
    if (!isKnown) this.#fresh.add(normal);
  }

  /** To be told of a text after one passage less holds it; one without passages stays until `sweep`. */
  release(normal: string): void {
    if (!this.#holders.has(normal)) this.#released.add(normal);
  }

  /** Forgets texts without passages and answers them; `spare` keeps their embeddings. */
  sweep(): string[] {
    const swept = [...this.#released].filter((normal) => !this.#holders.has(normal));
    this.#released.clear();
    for (const normal of swept) this.#fresh.delete(normal);
    return swept;
  }

  /** Keeps the embedding of a swept text for a while. */
  spare(normal: string, embedding: Float32Array): void {
    this.#spare.set(normal, embedding);
    for (const oldest of this.#spare.keys()) {
      if (this.#spare.size <= MAX_SPARE_EMBEDDINGS) break;
      this.#spare.delete(oldest);
    }
  }

  /** Texts that wait for their embedding, in no particular order; where given, `wanted` ones alone. */
  *fresh(wanted: Iterable<string> = this.#fresh): Generator<string> {
    for (const normal of wanted) if (this.#fresh.has(normal)) yield normal;
  }

  /** The embedding that a text had when it was last swept. */
  spareOf(normal: string): Float32Array | undefined {
    return this.#spare.get(normal);
  }

  /**
   * Takes note that a text has got its embedding.
   *
   * @returns whether it is still wanted: false once it was swept, or waits to be.
   */
  embedded(normal: string): boolean {
    const isWanted = this.#holders.has(normal);
    if (isWanted) {
      this.#fresh.delete(normal);
      this.#spare.delete(normal);
    }
    return isWanted;
  }
}
