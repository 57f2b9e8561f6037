/** Whole numbers of 32 bits by id, in a typed array that grows. */
export class NumberColumn {
  readonly #absent: number;
  #values = new Int32Array(0);

  /** @param absent the number of ids that were never set. */
  constructor(absent: number) {
    this.#absent = absent;
  }

  at(id: number): number {
    return this.#values[id] ?? this.#absent;
  }

  set(id: number, value: number): void {
    if (id >= this.#values.length) {
      const values = new Int32Array(Math.max(id + 1, Math.ceil(1.5 * this.#values.length)));
      values.set(this.#values);
      values.fill(this.#absent, this.#values.length);
      this.#values = values;
    }
    this.#values[id] = value;
  }
}
