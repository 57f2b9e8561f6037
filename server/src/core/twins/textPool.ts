/** A distinct normalised text and what is known of it. */
export interface PooledText {
  /** Normalised; the key. */
  readonly normal: string;
  /** One spelling of it, for the encoder. */
  readonly text: string;
  embedding: Float32Array | undefined;
  /** Passages that hold it. */
  uses: number;
}

/** Embeddings of texts that no passage holds any more, kept for undo and for switching branches. */
const MAX_SPARE_EMBEDDINGS = 20_000;

/** The distinct texts of all passages: equal texts are embedded and searched once. */
export class TextPool {
  readonly #texts = new Map<string, PooledText>();
  readonly #spare = new Map<string, Float32Array>();
  #reused = 0;

  /** How often a text was met whose embedding was at hand. */
  get reused(): number {
    return this.#reused;
  }

  get(normal: string): PooledText | undefined {
    return this.#texts.get(normal);
  }

  /** Counts one more passage with this text. */
  hold(normal: string, text: string): void {
    const known = this.#texts.get(normal);
    const embedding = known?.embedding ?? this.#spare.get(normal);
    if (known || embedding) this.#reused++;
    if (known) {
      known.uses++;
      return;
    }
    this.#spare.delete(normal);
    this.#texts.set(normal, { normal, text, embedding, uses: 1 });
  }

  /** Counts one passage less; a text without passages stays until `sweep`. */
  release(normal: string): void {
    const known = this.#texts.get(normal);
    if (known) known.uses--;
  }

  /** Forgets texts without passages, keeping their embeddings for a while; answers their keys. */
  sweep(): string[] {
    const swept: string[] = [];
    for (const { normal, uses, embedding } of this.#texts.values()) {
      if (uses > 0) continue;
      swept.push(normal);
      this.#texts.delete(normal);
      if (embedding) this.#spare.set(normal, embedding);
    }
    for (const normal of this.#spare.keys()) {
      if (this.#spare.size <= MAX_SPARE_EMBEDDINGS) break;
      this.#spare.delete(normal);
    }
    return swept;
  }

  values(): IterableIterator<PooledText> {
    return this.#texts.values();
  }
}
