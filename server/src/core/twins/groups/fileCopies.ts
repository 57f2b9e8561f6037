import { Families } from '../../filters/groups/families';
import type { Cluster } from './components';
import { type FilePair, filesOf, pairOf } from './filePair';
import { FolderCopies } from './folderCopies';

/** Texts that stand in more files tell nothing of any two of them. */
const MOST_FILES = 8;
/** So many texts in common make copies of two files, if they are at least half of those of the smaller one. */
const LEAST_SHARED = 3;
const SHARE = 0.5;

/**
 * Which files are copies of each other as wholes: most of what one says stands in the other too, or they stand in the
 * same place of two folders that are copies. Kept up to date group by group, whatever their order.
 */
export class FileCopies {
  /** Distinct texts of each file. */
  readonly #sizes = new Map<string, number>();
  /** How many groups two files are in together; known at both. */
  readonly #shared = new Map<string, Map<string, number>>();
  readonly #folders = new FolderCopies();
  /** Those that were copies when `takeChanged` was last asked. */
  readonly #copies = new Set<FilePair>();
  readonly #touched = new Set<FilePair>();

  /** Takes note of how many distinct texts a file has. */
  resize(uri: string, texts: number): void {
    if (texts === 0) this.#sizes.delete(uri);
    else this.#sizes.set(uri, texts);
    for (const other of this.#shared.get(uri)?.keys() ?? []) this.#touched.add(pairOf(uri, other));
  }

  add(cluster: Cluster): void {
    this.#count(cluster, 1);
  }

  remove(cluster: Cluster): void {
    this.#count(cluster, -1);
  }

  /** Of some files those that are copies of others among them, each with a name for all that it is joined with. */
  among(uris: readonly string[]): ReadonlyMap<string, string> {
    const families = new Families<string>();
    if (uris.length > MOST_FILES) return families.all();
    const folders = new Map<string, string>();
    uris.forEach((one, at) => {
      for (const other of uris.slice(0, at)) {
        const pair = pairOf(one, other);
        if (!this.#areCopies(pair)) continue;
        families.join(one, other);
        const both = this.#folders.of(pair);
        if (both !== undefined) folders.set(one, both).set(other, both);
      }
    });
    return new Map([...families.all()].map(([uri, first]) => [uri, folders.get(first) ?? first]));
  }

  /** The pairs of files of which it is no longer true what was true when this was last asked. */
  takeChanged(): FilePair[] {
    const changed = [...this.#touched].filter(
      (pair) => this.#areCopies(pair) !== this.#copies.has(pair),
    );
    for (const pair of changed) if (!this.#copies.delete(pair)) this.#copies.add(pair);
    this.#touched.clear();
    return changed;
  }

  #areCopies(pair: FilePair): boolean {
    const [one, other] = filesOf(pair);
    const shared = this.#shared.get(one)?.get(other) ?? 0;
    if (shared === 0) return false;
    if (this.#folders.of(pair) !== undefined) return true;
    const smaller = Math.min(this.#sizes.get(one) ?? 0, this.#sizes.get(other) ?? 0);
    return shared >= LEAST_SHARED && shared >= SHARE * smaller;
  }

  #count({ members }: Cluster, by: 1 | -1): void {
    const uris = [...new Set(members.map(({ passage }) => passage.uri))];
    if (uris.length < 2 || uris.length > MOST_FILES) return;
    uris.forEach((one, at) => {
      for (const other of uris.slice(0, at)) {
        this.#touched.add(pairOf(one, other));
        addTo(this.#shared, one, other, by);
        addTo(this.#shared, other, one, by);
        for (const pair of this.#folders.count(one, other, by)) this.#touched.add(pair);
      }
    });
  }
}

function addTo(
  shared: Map<string, Map<string, number>>,
  one: string,
  other: string,
  by: number,
): void {
  const known = shared.get(one) ?? new Map<string, number>();
  const count = (known.get(other) ?? 0) + by;
  if (count > 0) shared.set(one, known.set(other, count));
  else if (known.delete(other) && known.size === 0) shared.delete(one);
}
