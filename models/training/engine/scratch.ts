/**
 * Arrays that are used again at every step. Fresh ones would add up to some hundred megabytes a second, and each
 * collection walks all texts of the corpus.
 */
export class Scratch {
  readonly #arrays = new Map<string, Float32Array>();

  /** An array of `length` numbers, in whatever state its last user left it. One user per name at a time. */
  take(name: string, length: number): Float32Array {
    let array = this.#arrays.get(name);
    if (!array || array.length < length) {
      array = new Float32Array(length);
      this.#arrays.set(name, array);
    }
    return array.subarray(0, length);
  }
}
