/** Embeddings closer than a radius, by key. */
export interface Neighbour {
  readonly key: string;
  /** Euclidean, ≥ 0. */
  readonly energy: number;
}

/**
 * Coordinates summed before the first look at the distance. The encoder's coordinates are of like size, so
 * most far pairs are already beyond a small radius here.
 */
const BLOCK = 16;

/**
 * Exact range search over unit vectors by Euclidean energy.
 *
 * Vectors lie side by side in one array, sorted by nothing; a query walks all of them, but leaves each as soon
 * as the partial sum of squares passes the radius, and skips those whose first coordinate block is too far
 * by norm (|‖a‖ − ‖b‖| ≤ ‖a − b‖ on the block). Removal moves the last vector into the gap.
 */
export class NeighbourIndex {
  readonly #dimensions: number;
  #vectors: Float32Array;
  readonly #keys: string[] = [];
  readonly #slots = new Map<string, number>();

  constructor(dimensions: number) {
    this.#dimensions = dimensions;
    this.#vectors = new Float32Array(1024 * dimensions);
  }

  get size(): number {
    return this.#keys.length;
  }

  has(key: string): boolean {
    return this.#slots.has(key);
  }

  /** Adds a vector of unit length; a key that is there already keeps its place and gets the new vector. */
  insert(key: string, vector: Float32Array): void {
    const slot = this.#slots.get(key) ?? this.#keys.length;
    if ((slot + 1) * this.#dimensions > this.#vectors.length) {
      const grown = new Float32Array(this.#vectors.length * 2);
      grown.set(this.#vectors);
      this.#vectors = grown;
    }
    this.#vectors.set(vector, slot * this.#dimensions);
    this.#keys[slot] = key;
    this.#slots.set(key, slot);
  }

  remove(key: string): void {
    const slot = this.#slots.get(key);
    if (slot === undefined) return;
    const last = this.#keys.length - 1;
    const moved = this.#keys[last] as string;
    const d = this.#dimensions;
    this.#vectors.copyWithin(slot * d, last * d, (last + 1) * d);
    this.#keys[slot] = moved;
    this.#slots.set(moved, slot);
    this.#keys.pop();
    this.#slots.delete(key);
  }

  /** All vectors within `radius` of `vector`, in no particular order. */
  within(vector: Float32Array, radius: number): Neighbour[] {
    const found: Neighbour[] = [];
    const limit = radius * radius;
    const d = this.#dimensions;
    const vectors = this.#vectors;
    for (let slot = 0, start = 0; slot < this.#keys.length; slot++, start += d) {
      let sum = 0;
      for (let i = 0; i < d && sum <= limit; ) {
        const end = Math.min(d, i + BLOCK);
        for (; i < end; i++) {
          const difference = (vector[i] as number) - (vectors[start + i] as number);
          sum += difference * difference;
        }
      }
      if (sum <= limit) found.push({ key: this.#keys[slot] as string, energy: Math.sqrt(sum) });
    }
    return found;
  }

  /** The `count` nearest, nearest first; ties by key. */
  nearest(vector: Float32Array, count: number): Neighbour[] {
    const all = this.within(vector, Number.POSITIVE_INFINITY);
    return all.sort(byEnergy).slice(0, count);
  }
}

/** Nearest first; ties by key, so the order never depends on insertion. */
export function byEnergy(x: Neighbour, y: Neighbour): number {
  return x.energy - y.energy || (x.key < y.key ? -1 : x.key > y.key ? 1 : 0);
}
