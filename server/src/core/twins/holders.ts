import { type PlacedText, worldOf } from './placedText';

/** Which passages hold a text, and in which worlds. */
export class Holders {
  readonly #holders = new Map<string, PlacedText[]>();

  add(placed: readonly PlacedText[]): void {
    for (const item of placed) {
      const known = this.#holders.get(item.normal);
      if (known) known.push(item);
      else this.#holders.set(item.normal, [item]);
    }
  }

  remove(placed: readonly PlacedText[]): void {
    for (const item of placed) {
      const known = this.#holders.get(item.normal);
      const at = known?.indexOf(item) ?? -1;
      if (!known || at < 0) continue;
      if (known.length === 1) this.#holders.delete(item.normal);
      else known.splice(at, 1);
    }
  }

  /** All texts that are held. */
  texts(): Iterable<string> {
    return this.#holders.keys();
  }

  /** The passages of all worlds that hold a text, in no particular order; valid until the next change. */
  of(normal: string): readonly PlacedText[] {
    return this.#holders.get(normal) ?? [];
  }

  /** The passages of a world that hold a text, in no particular order; valid until the next change. */
  in(world: string, normal: string): readonly PlacedText[] {
    const holders = this.#holders.get(normal) ?? [];
    return holders.every((item) => worldOf(item) === world)
      ? holders
      : holders.filter((item) => worldOf(item) === world);
  }

  /** The worlds in which a text is held. */
  worldsOf(normal: string): Iterable<string> {
    const holders = this.of(normal);
    const [first] = holders;
    if (!first) return [];
    const world = worldOf(first);
    // Mostly there is but one.
    return this.in(world, normal) === holders ? [world] : new Set(holders.map(worldOf));
  }
}
