/** Embeddings closer than a radius, by key. */
export interface Neighbour {
  readonly key: string;
  /** Euclidean, ≥ 0. */
  readonly energy: number;
}

/**
 * Coordinates of a vector that lie in the compact array walked first. The model's coordinates are its principal
 * axes, widest first (see `models/training/principalAxes.ts`), so a few of them rule out nearly all far vectors,
 * and little memory passes through the cache.
 */
const HEAD = 8;

/**
 * Exact range search over vectors of one length by Euclidean energy.
 *
 * A query walks the heads of all vectors and looks at the rest of one only while the partial sum of squares is
 * inside the radius. Removal moves the last vector into the gap.
 */
export class NeighbourIndex {
  readonly #dimensions: number;
  readonly #head: number;
  #heads: Float32Array;
  #vectors: Float32Array;
  readonly #keys: string[] = [];
  readonly #slots = new Map<string, number>();

  constructor(dimensions: number) {
    this.#dimensions = dimensions;
    this.#head = Math.min(HEAD, dimensions);
    this.#heads = new Float32Array(1024 * this.#head);
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
      this.#heads = doubled(this.#heads);
      this.#vectors = doubled(this.#vectors);
    }
    this.#heads.set(vector.subarray(0, this.#head), slot * this.#head);
    this.#vectors.set(vector, slot * this.#dimensions);
    this.#keys[slot] = key;
    this.#slots.set(key, slot);
  }

  remove(key: string): void {
    const slot = this.#slots.get(key);
    if (slot === undefined) return;
    const last = this.#keys.length - 1;
    const moved = this.#keys[last] as string;
    moveRow(this.#heads, this.#head, last, slot);
    moveRow(this.#vectors, this.#dimensions, last, slot);
    this.#keys[slot] = moved;
    this.#slots.set(moved, slot);
    this.#keys.pop();
    this.#slots.delete(key);
  }

  /** All vectors within `radius` of `vector`, in no particular order. */
  within(vector: Float32Array, radius: number): Neighbour[] {
    const found: Neighbour[] = [];
    const limit = radius * radius;
    const size = this.#head;
    const heads = this.#heads;
    const wanted = vector.slice(0, size);
    for (let slot = 0, at = 0; slot < this.#keys.length; slot++, at += size) {
      let sum = 0;
      for (let i = 0; i < size; i++) {
        const difference = (wanted[i] as number) - (heads[at + i] as number);
        sum += difference * difference;
      }
      if (sum > limit) continue;
      sum = this.#addTail(vector, slot, sum, limit);
      if (sum <= limit) found.push({ key: this.#keys[slot] as string, energy: Math.sqrt(sum) });
    }
    return found;
  }

  /** The `count` nearest, nearest first; ties by key. */
  nearest(vector: Float32Array, count: number): Neighbour[] {
    const all = this.within(vector, Number.POSITIVE_INFINITY);
    return all.sort(byEnergy).slice(0, count);
  }

  /** Adds the squares behind the head, until the sum passes the limit. */
  #addTail(vector: Float32Array, slot: number, head: number, limit: number): number {
    const start = slot * this.#dimensions;
    let sum = head;
    for (let i = this.#head; i < this.#dimensions && sum <= limit; ) {
      const end = Math.min(this.#dimensions, i + HEAD);
      for (; i < end; i++) {
        const difference = (vector[i] as number) - (this.#vectors[start + i] as number);
        sum += difference * difference;
      }
    }
    return sum;
  }
}

function doubled(values: Float32Array): Float32Array {
  const grown = new Float32Array(values.length * 2);
  grown.set(values);
  return grown;
}

function moveRow(values: Float32Array, width: number, from: number, to: number): void {
  values.copyWithin(to * width, from * width, (from + 1) * width);
}

/** Nearest first; ties by key, so the order never depends on insertion. */
export function byEnergy(x: Neighbour, y: Neighbour): number {
  return x.energy - y.energy || (x.key < y.key ? -1 : x.key > y.key ? 1 : 0);
}
