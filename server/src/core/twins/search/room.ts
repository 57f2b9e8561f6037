import type { KernelMemory } from './kernelMemory';

/** A piece of the kernel's memory that is made larger when more is asked for; what it held is lost then. */
export class Room {
  readonly #memory: KernelMemory;
  #address = 0;
  #bytes = 0;

  constructor(memory: KernelMemory) {
    this.#memory = memory;
  }

  /** @returns the address of at least so many bytes. */
  of(bytes: number): number {
    if (bytes > this.#bytes) {
      if (this.#bytes > 0) this.#memory.giveBack(this.#address, this.#bytes);
      this.#bytes = 2 * bytes;
      this.#address = this.#memory.take(this.#bytes);
    }
    return this.#address;
  }
}
