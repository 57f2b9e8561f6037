/** Bytes of a page of WebAssembly's memory. */
const PAGE = 65_536;
/** A line of a processor's cache. */
const ALIGNMENT = 64;

/** Memory of a kernel, given out in pieces. What is given back is given out again to those who ask for as much. */
export class KernelMemory {
  readonly memory = new WebAssembly.Memory({ initial: 1 });
  readonly #free = new Map<number, number[]>();
  #end = ALIGNMENT;
  #views = viewsOf(this.memory.buffer);

  /** All of it, as numbers of each kind; other arrays once memory has grown. */
  get int8(): Int8Array {
    return this.#now().int8;
  }

  get int16(): Int16Array {
    return this.#now().int16;
  }

  get int32(): Int32Array {
    return this.#now().int32;
  }

  get float32(): Float32Array {
    return this.#now().float32;
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

  #now() {
    const { buffer } = this.memory;
    if (this.#views.int8.buffer !== buffer) this.#views = viewsOf(buffer);
    return this.#views;
  }
}

function viewsOf(buffer: ArrayBuffer) {
  return {
    int8: new Int8Array(buffer),
    int16: new Int16Array(buffer),
    int32: new Int32Array(buffer),
    float32: new Float32Array(buffer),
  };
}
