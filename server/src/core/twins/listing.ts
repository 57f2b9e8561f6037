import { groupBy } from './groupBy';
import { byPlace } from './placedText';
import type { PlacedPassage } from './twin';

/** What is said of passages, by document; changes are gathered until they are published. */
export class Listing<T extends { readonly passage: PlacedPassage }> {
  readonly #lists = new Map<string, readonly T[]>();
  readonly #added = new Set<T>();
  readonly #removed = new Set<T>();

  /** As published last, in source order. */
  at(uri: string): readonly T[] {
    return this.#lists.get(uri) ?? [];
  }

  add(items: readonly T[]): void {
    for (const item of items) this.#added.add(item);
  }

  remove(items: readonly T[]): void {
    for (const item of items) if (!this.#added.delete(item)) this.#removed.add(item);
  }

  /** @returns the documents whose list is another now. */
  publish(): ReadonlySet<string> {
    const added = groupBy(this.#added, ({ passage }) => passage.uri);
    const changed = new Set(added.keys());
    for (const { passage } of this.#removed) changed.add(passage.uri);
    for (const uri of changed) {
      const stay = this.at(uri).filter((item) => !this.#removed.has(item));
      const list = [...stay, ...(added.get(uri) ?? [])];
      if (list.length === 0) this.#lists.delete(uri);
      else {
        list.sort((x, y) => byPlace(x.passage, y.passage));
        this.#lists.set(uri, list);
      }
    }
    this.#added.clear();
    this.#removed.clear();
    return changed;
  }
}
