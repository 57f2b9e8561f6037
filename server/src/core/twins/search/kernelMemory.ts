/** Bytes of a page of WebAssembly's memory. */
const PAGE = 65_536;
/** Vectors of the kernel's SIMD. */
const ALIGNMENT = 16;

/** Memory of a kernel, given out in pieces. What is given back is given out again to those who ask for as much. */
export class KernelMemory {
  readonly memory = new WebAssembly.Memory({ initial: 1 });
  readonly #free = new Map<number, number[]>();
  #end = ALIGNMENT;
  #int16 = new Int16Array(this.memory.buffer);

  /** All of it; another array once memory has grown. */
  get int16(): Int16Array {
    if (this.#int16.buffer !== this.memory.buffer) this.#int16 = new Int16Array(this.memory.buffer);
    return this.#int16;
  }

  /** @returns the address of a piece; what lies there is what was there before. */
  take(bytes: number): number {
    const known = this.#free.get(bytes)?.pop();
    if (known !== undefined) return known;
    const address = this.#end;
    this.#end += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    const missing = this.#end - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE));
    return address;
  }

  giveBack(address: number, bytes: number): void {
    const free = this.#free.get(bytes);
    if (free) free.push(address);
    else this.#free.set(bytes, [address]);
  }
}
