import type { EncodeOptions, Encoder } from '../embeddings/encoder';
import type { SettleOptions } from './finder';
import type { TwinGraph } from './graph/twinGraph';
import type { Holders } from './placed/holders';
import type { TextPool } from './placed/textPool';

/** Texts handed to the encoder at once: a cancelled scan loses at most these. */
const CHUNK = 512;

/** Sees to it that texts come into the graph with their embeddings: from the pool, a cache or the encoder. */
export class TextEmbedder {
  readonly #encoder: Encoder;
  readonly #pool: TextPool;
  readonly #holders: Holders;
  readonly #graph: TwinGraph;
  #embedded = 0;
  #cached = 0;
  #ms = 0;

  constructor(encoder: Encoder, pool: TextPool, holders: Holders, graph: TwinGraph) {
    this.#encoder = encoder;
    this.#pool = pool;
    this.#holders = holders;
    this.#graph = graph;
  }

  /** Texts that the encoder embedded, those that an encoder with a cache had at hand, and the time that took. */
  get stats(): { readonly embedded: number; readonly cached: number; readonly ms: number } {
    return { embedded: this.#embedded, cached: this.#cached, ms: this.#ms };
  }

  /** Embeds what waits for it; where given, `wanted` texts alone. @throws AbortError, and what the encoder throws. */
  async embedNew(wanted: ReadonlySet<string> | undefined, options: SettleOptions): Promise<void> {
    const { signal, priority = 'background', onProgress } = options;
    const started = performance.now();
    const fresh = [...this.#pool.fresh(wanted)];
    for (let start = 0; start < fresh.length; start += CHUNK) {
      signal?.throwIfAborted();
      await this.#embed(fresh.slice(start, start + CHUNK), {
        ...(signal && { signal }),
        priority,
        onProgress: (done) => onProgress?.(start + done, fresh.length),
      });
      onProgress?.(Math.min(start + CHUNK, fresh.length), fresh.length);
    }
    this.#ms += performance.now() - started;
  }

  /** Gives the texts that came without it their embedding. @throws AbortError, and what the encoder throws. */
  async embedBare({ signal, priority = 'background' }: SettleOptions): Promise<void> {
    const started = performance.now();
    const { bare } = this.#graph;
    for (let start = 0; start < bare.length; start += CHUNK) {
      signal?.throwIfAborted();
      const chunk = bare.slice(start, start + CHUNK);
      const embeddings = await this.#encoder.encode(this.#spellingsOf(chunk), {
        ...(signal && { signal }),
        priority,
      });
      chunk.forEach((normal, i) => {
        this.#graph.flesh(normal, embeddings[i] as Float32Array);
      });
    }
    this.#ms += performance.now() - started;
  }

  async #embed(chunk: readonly string[], options: EncodeOptions): Promise<void> {
    const known = new Map<string, Float32Array>();
    for (const normal of chunk) {
      const embedding = this.#pool.spareOf(normal);
      if (embedding) known.set(normal, embedding);
    }
    const missing = chunk.filter((normal) => !known.has(normal));
    let cached = 0;
    const embeddings = await this.#encoder.encode(this.#spellingsOf(missing), {
      ...options,
      onCached: (count) => {
        cached += count;
      },
    });
    this.#embedded += missing.length - cached;
    this.#cached += cached;
    missing.forEach((normal, i) => {
      known.set(normal, embeddings[i] as Float32Array);
    });
    for (const [normal, embedding] of known) {
      if (this.#pool.embedded(normal)) this.#graph.insert(normal, embedding);
      // Released while it was being embedded.
      else this.#pool.spare(normal, embedding);
    }
  }

  #spellingsOf(normals: readonly string[]): string[] {
    return normals.map((normal) => this.#holders.of(normal)[0]?.passage.text ?? normal);
  }
}
