import { SplitMap } from '../../splitTables';
import { type PlacedText, worldOf } from './placedText';

/** Which passages hold a text, and in which worlds. */
export class Holders {
  /** Most texts are held by one passage, which needs no list. */
  readonly #holders = new SplitMap<string, PlacedText | PlacedText[]>();

  add(item: PlacedText): void {
    const known = this.#holders.get(item.normal);
    if (known === undefined) this.#holders.set(item.normal, item);
    else if (Array.isArray(known)) known.push(item);
    else this.#holders.set(item.normal, [known, item]);
  }

  remove(item: PlacedText): void {
    const known = this.#holders.get(item.normal);
    if (!Array.isArray(known)) {
      if (known === item) this.#holders.delete(item.normal);
      return;
    }
    const at = known.indexOf(item);
    if (at >= 0) known.splice(at, 1);
    if (known.length === 0) this.#holders.delete(item.normal);
  }

  /** Whether any passage holds a text. */
  has(normal: string): boolean {
    return this.#holders.has(normal);
  }

  /** All texts that are held. */
  texts(): Iterable<string> {
    return this.#holders.keys();
  }

  /** The passages of all worlds that hold a text, in no particular order; valid until the next change. */
  of(normal: string): readonly PlacedText[] {
    const known = this.#holders.get(normal);
    if (known === undefined) return [];
    return Array.isArray(known) ? known : [known];
  }

  /** The passages of a world that hold a text, in no particular order; valid until the next change. */
  in(world: string, normal: string): readonly PlacedText[] {
    return ofWorld(world, this.of(normal));
  }

  /** The worlds in which a text is held. */
  worldsOf(normal: string): Iterable<string> {
    const holders = this.of(normal);
    const [first] = holders;
    if (!first) return [];
    const world = worldOf(first);
    // Mostly there is but one.
    return ofWorld(world, holders) === holders ? [world] : new Set(holders.map(worldOf));
  }
}

/** Those of some passages that are of a world; the very list where all are. */
function ofWorld(world: string, holders: readonly PlacedText[]): readonly PlacedText[] {
  return holders.every((item) => worldOf(item) === world)
    ? holders
    : holders.filter((item) => worldOf(item) === world);
}
