/** Something to wait for until a test lets go. */
export class Gate {
  #open!: () => void;
  readonly passed = new Promise<void>((resolve) => {
    this.#open = resolve;
  });

  open(): void {
    this.#open();
  }
}
