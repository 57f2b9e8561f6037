import { finish } from '../../timeSlice';
import { byPlace } from '../placed/placedText';
import type { PlacedPassage } from '../twin';

/** How a document's list is to change. */
interface Change<T> {
  readonly added: Set<T>;
  readonly removed: Set<T>;
}

/** What is said of passages, by document; changes are gathered until they are published. */
export class Listing<T extends { readonly passage: PlacedPassage }> {
  readonly #lists = new Map<string, readonly T[]>();
  readonly #changes = new Map<string, Change<T>>();
  /** Lists as they will be published, of documents that have not changed since they were made. */
  readonly #ready = new Map<string, readonly T[]>();

  /** As published last, in source order. */
  at(uri: string): readonly T[] {
    return this.#lists.get(uri) ?? [];
  }

  add(items: readonly T[]): void {
    for (const item of items) this.#changeOf(item).added.add(item);
  }

  remove(items: readonly T[]): void {
    for (const item of items) {
      const { added, removed } = this.#changeOf(item);
      if (!added.delete(item)) removed.add(item);
    }
  }

  /** Makes the lists that `publish` will show. Yields after each, so that its caller may pause. */
  *prepare(): Generator<void> {
    for (const [uri, { added, removed }] of this.#changes) {
      if (this.#ready.has(uri)) continue;
      const stay = this.at(uri).filter((item) => !removed.has(item));
      this.#ready.set(
        uri,
        [...stay, ...added].sort((x, y) => byPlace(x.passage, y.passage)),
      );
      yield;
    }
  }

  /** @param changed takes the documents whose list may be another now. */
  publish(changed: Set<string>): void {
    finish(this.prepare());
    for (const [uri, list] of this.#ready) {
      if (list.length === 0) this.#lists.delete(uri);
      else this.#lists.set(uri, list);
      changed.add(uri);
    }
    this.#ready.clear();
    this.#changes.clear();
  }

  #changeOf({ passage: { uri } }: T): Change<T> {
    this.#ready.delete(uri);
    const known = this.#changes.get(uri);
    if (known) return known;
    const change = { added: new Set<T>(), removed: new Set<T>() };
    this.#changes.set(uri, change);
    return change;
  }
}
