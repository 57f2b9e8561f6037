import type { EncodePriority } from '../../core/embeddings/encoder';

/** Texts in a batch: what a thread embeds in some 10 ms. A request in the foreground waits for two of them at most. */
const MAX_TEXTS = 64;
/** Characters in a batch, so that long texts do not make a long batch. */
const MAX_CHARACTERS = 16_384;

/** Texts of one request that go to a thread together. */
export interface Batch<Request> {
  readonly request: Request;
  /** Which of the request's texts. */
  readonly indices: readonly number[];
}

/**
 * Cuts a request into batches of texts of similar length, longest first: a thread wastes no time on padding, and no
 * thread is left with a long batch at the end.
 */
export function cutBatches(texts: readonly string[]): number[][] {
  const lengthAt = (index: number) => (texts[index] as string).length;
  const order = texts.map((_, index) => index).sort((i, j) => lengthAt(j) - lengthAt(i));
  const batches: number[][] = [];
  let characters = 0;
  for (const index of order) {
    const last = batches.at(-1);
    characters += lengthAt(index);
    if (last && last.length < MAX_TEXTS && characters <= MAX_CHARACTERS) {
      last.push(index);
      continue;
    }
    batches.push([index]);
    characters = lengthAt(index);
  }
  return batches;
}

/** Batches that wait for a thread: those somebody waits for go first, then first come, first served. */
export class BatchQueue<Request> {
  readonly #waiting: Record<EncodePriority, Batch<Request>[]> = { foreground: [], background: [] };

  get size(): number {
    return this.#waiting.foreground.length + this.#waiting.background.length;
  }

  add(priority: EncodePriority, batches: readonly Batch<Request>[]): void {
    this.#waiting[priority].push(...batches);
  }

  /** The next batch; of the background's only where that is allowed. */
  next(background: boolean): Batch<Request> | undefined {
    const { foreground } = this.#waiting;
    return foreground.shift() ?? (background ? this.#waiting.background.shift() : undefined);
  }

  /** Forgets the batches of a request. */
  drop(request: Request): void {
    for (const priority of ['foreground', 'background'] as const) {
      const kept = this.#waiting[priority].filter((batch) => batch.request !== request);
      this.#waiting[priority] = kept;
    }
  }
}
