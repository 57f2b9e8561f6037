import { SplitMap } from '../../splitTables';

/** Small whole numbers for texts, used again once they are free: what is kept by text is kept in arrays. */
export class TextIds {
  readonly #ids = new SplitMap<string, number>();
  readonly #texts: string[] = [];
  readonly #free: number[] = [];

  get size(): number {
    return this.#ids.size;
  }

  /** All ids are below this. */
  get limit(): number {
    return this.#texts.length;
  }

  has(text: string): boolean {
    return this.#ids.has(text);
  }

  of(text: string): number | undefined {
    return this.#ids.get(text);
  }

  /** The ids of those of some texts that have one. */
  ofAll(texts: Iterable<string>): number[] {
    return [...texts].flatMap((text) => this.#ids.get(text) ?? []);
  }

  /** The text of an id that is given. */
  textOf(id: number): string {
    return this.#texts[id] as string;
  }

  /** Gives a text without an id one. */
  give(text: string): number {
    const id = this.#free.pop() ?? this.#texts.length;
    this.#texts[id] = text;
    this.#ids.set(text, id);
    return id;
  }

  /** Takes a text's id back. */
  release(text: string): void {
    const id = this.#ids.get(text);
    if (id === undefined) return;
    this.#ids.delete(text);
    this.#free.push(id);
  }

  /** In no particular order, as `entries`. */
  ids(): Iterable<number> {
    return this.#ids.values();
  }

  entries(): Iterable<[text: string, id: number]> {
    return this.#ids.entries();
  }
}
