import { KEY_WORDS, type Keys } from './keys';

const EMPTY = 0xffffffff;

/**
 * A map from keys to numbers in typed arrays: 24 to 32 bytes a key, where a `Map` of strings takes some 150, and
 * a full cache has a million keys.
 */
export class KeyTable {
  #keys = new Uint32Array(1024 * KEY_WORDS);
  #values = new Uint32Array(1024);
  #slots = new Uint32Array(2048).fill(EMPTY);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The value of key `at` of `keys`, or undefined. */
  get(keys: Keys, at: number): number | undefined {
    const entry = this.#slots[this.#slotOf(keys, at)] as number;
    return entry === EMPTY ? undefined : this.#values[entry];
  }

  /** @param value a whole number in [0, 2³²). */
  set(keys: Keys, at: number, value: number): void {
    const slot = this.#slotOf(keys, at);
    const known = this.#slots[slot] as number;
    const entry = known === EMPTY ? this.#size : known;
    if (entry === this.#values.length) {
      this.#grow();
      this.set(keys, at, value);
      return;
    }
    this.#values[entry] = value;
    if (known !== EMPTY) return;
    for (let i = 0; i < KEY_WORDS; i++) {
      this.#keys[entry * KEY_WORDS + i] = keys[at * KEY_WORDS + i] as number;
    }
    this.#slots[slot] = this.#size++;
  }

  /** Where a key stands, or the empty slot where it would. Slots are never more than half full. */
  #slotOf(keys: Keys, at: number): number {
    const mask = this.#slots.length - 1;
    // Keys are hashes already.
    for (let slot = (keys[at * KEY_WORDS] as number) & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#slots[slot] as number;
      if (entry === EMPTY || this.#isAt(entry, keys, at)) return slot;
    }
  }

  #isAt(entry: number, keys: Keys, at: number): boolean {
    for (let i = 0; i < KEY_WORDS; i++) {
      if (this.#keys[entry * KEY_WORDS + i] !== keys[at * KEY_WORDS + i]) return false;
    }
    return true;
  }

  #grow(): void {
    this.#keys = doubled(this.#keys);
    this.#values = doubled(this.#values);
    this.#slots = new Uint32Array(2 * this.#slots.length).fill(EMPTY);
    for (let entry = 0; entry < this.#size; entry++) {
      this.#slots[this.#slotOf(this.#keys, entry)] = entry;
    }
  }
}

function doubled(values: Uint32Array): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(2 * values.length);
  grown.set(values);
  return grown;
}
