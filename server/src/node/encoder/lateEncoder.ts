import type { EncodeOptions, Encoder, ModelIdentity } from '../../core/embeddings/encoder';
import type { EncoderPool } from './encoderPool';

/** An encoder that starts once there is something to embed. */
export class LateEncoder implements Encoder {
  readonly model: ModelIdentity;
  readonly dimensions: number;
  readonly #startPool: () => Promise<EncoderPool>;
  #pool: Promise<EncoderPool> | undefined;

  constructor(model: ModelIdentity, dimensions: number, startPool: () => Promise<EncoderPool>) {
    this.model = model;
    this.dimensions = dimensions;
    this.#startPool = startPool;
  }

  /** Starts it, and says what it runs on. @throws Error that names what is missing or damaged. */
  async start(): Promise<string> {
    this.#pool ??= this.#startPool();
    return (await this.#pool).backend;
  }

  /** @throws AbortError, and as `start`. */
  async encode(texts: readonly string[], options: EncodeOptions = {}): Promise<Float32Array[]> {
    if (texts.length === 0) return [];
    this.#pool ??= this.#startPool();
    return (await this.#pool).encode(texts, options);
  }

  async dispose(): Promise<void> {
    const pool = await this.#pool?.catch(() => undefined);
    await pool?.dispose();
  }
}
