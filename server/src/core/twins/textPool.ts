import type { PlacedText } from './placedText';

/** A distinct normalised text and what is known of it. */
interface PooledText {
  /** A passage that holds it, or held it: its spelling is for the encoder. */
  readonly spelt: PlacedText;
  /** Passages that hold it. */
  uses: number;
}

/** Embeddings of texts that no passage holds any more, kept for undo and for switching branches. */
const MAX_SPARE_EMBEDDINGS = 20_000;

/** The distinct texts of all passages: equal texts are embedded and searched once. */
export class TextPool {
  readonly #texts = new Map<string, PooledText>();
  /** Texts that wait for their embedding. */
  readonly #fresh = new Set<string>();
  /** Texts that no passage may hold any more. */
  readonly #released = new Set<string>();
  readonly #spare = new Map<string, Float32Array>();
  #reused = 0;

  /** How often a text was met whose embedding was at hand. */
  get reused(): number {
    return this.#reused;
  }

  /** Counts one more passage with its text. */
  hold(spelt: PlacedText): void {
    const { normal } = spelt;
    const known = this.#texts.get(normal);
    if (known || this.#spare.has(normal)) this.#reused++;
    if (known) {
      known.uses++;
      return;
    }
    this.#texts.set(normal, { spelt, uses: 1 });
    this.#fresh.add(normal);
  }

  /** Counts one passage less; a text without passages stays until `sweep`. */
  release(normal: string): void {
    const known = this.#texts.get(normal);
    if (!known) return;
    known.uses--;
    if (known.uses === 0) this.#released.add(normal);
  }

  /** Forgets texts without passages and answers them; `spare` keeps their embeddings. */
  sweep(): string[] {
    const swept = [...this.#released].filter((normal) => this.#texts.get(normal)?.uses === 0);
    this.#released.clear();
    for (const normal of swept) {
      this.#texts.delete(normal);
      this.#fresh.delete(normal);
    }
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

  /** Texts that wait for their embedding, in the order in which they came; where given, `wanted` ones alone. */
  *fresh(wanted: Iterable<string> = this.#fresh): Generator<string> {
    for (const normal of wanted) if (this.#fresh.has(normal)) yield normal;
  }

  /** One spelling of a text that is held. */
  spelling(normal: string): string | undefined {
    return this.#texts.get(normal)?.spelt.passage.text;
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
    const isWanted = (this.#texts.get(normal)?.uses ?? 0) > 0;
    if (isWanted) {
      this.#fresh.delete(normal);
      this.#spare.delete(normal);
    }
    return isWanted;
  }
}
