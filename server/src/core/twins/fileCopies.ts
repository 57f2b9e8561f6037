import { Families } from '../filters/groups/families';
import { fileNameOf } from '../filters/paths';
import type { Cluster } from './components';

/** Texts that stand in more files tell nothing of any two of them. */
const MOST_FILES = 8;
/** So many texts in common make copies of two files, if they are at least half of those of the smaller one. */
const LEAST_SHARED = 3;
const SHARE = 0.5;
/** So many files that have a text in common with the file in the same place of another folder make copies of the folders. */
const LEAST_MIRRORED = 4;

/** A folder and another, and for each place in them at which files share texts how many they are, and the two files. */
type Mirror = Map<string, { texts: number; readonly one: string; readonly other: string }>;

/**
 * Which files are copies of each other as wholes: most of what one says stands in the other too, or they stand in the
 * same place of two folders of which several files are alike. Kept up to date group by group, whatever their order.
 */
export class FileCopies {
  /** Distinct texts of each file. */
  readonly #sizes = new Map<string, number>();
  /** How many groups two files are in together; known at both. */
  readonly #shared = new Map<string, Map<string, number>>();
  readonly #mirrors = new Map<string, Mirror>();
  readonly #mirrorOf = new Map<string, string>();
  /** Pairs, the lesser URI first, that were copies when `takeChanged` was last asked. */
  readonly #copies = new Set<string>();
  readonly #touched = new Set<string>();

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

  areCopies(one: string, other: string): boolean {
    const shared = this.#shared.get(one)?.get(other) ?? 0;
    if (shared === 0) return false;
    if (this.#mirrored(one, other) !== undefined) return true;
    const smaller = Math.min(this.#sizes.get(one) ?? 0, this.#sizes.get(other) ?? 0);
    return shared >= LEAST_SHARED && shared >= SHARE * smaller;
  }

  /** Of some files those that are copies of others among them, each with a name for all that it is joined with. */
  among(uris: readonly string[]): ReadonlyMap<string, string> {
    const families = new Families<string>();
    if (uris.length > MOST_FILES) return families.all();
    const folders = new Map<string, string>();
    uris.forEach((one, at) => {
      for (const other of uris.slice(0, at)) {
        if (!this.areCopies(one, other)) continue;
        families.join(one, other);
        const mirror = this.#mirrored(one, other);
        if (mirror !== undefined) folders.set(one, mirror).set(other, mirror);
      }
    });
    return new Map([...families.all()].map(([uri, first]) => [uri, folders.get(first) ?? first]));
  }

  /** The pairs of files of which it is no longer true what was true when this was last asked. */
  takeChanged(): (readonly [one: string, other: string])[] {
    const changed: (readonly [string, string])[] = [];
    for (const pair of this.#touched) {
      const [one, other] = pair.split('\n') as [string, string];
      const are = this.areCopies(one, other);
      if (are === this.#copies.has(pair)) continue;
      changed.push([one, other]);
      if (are) this.#copies.add(pair);
      else this.#copies.delete(pair);
    }
    this.#touched.clear();
    return changed;
  }

  /** The two folders that are copies of each other and in whose same place two files stand. */
  #mirrored(one: string, other: string): string | undefined {
    const folders = this.#mirrorOf.get(pairOf(one, other));
    if (folders === undefined) return undefined;
    return (this.#mirrors.get(folders)?.size ?? 0) >= LEAST_MIRRORED ? folders : undefined;
  }

  #count({ members }: Cluster, by: 1 | -1): void {
    const files = new Map(members.map(({ passage, site }) => [passage.uri, site.path]));
    if (files.size < 2 || files.size > MOST_FILES) return;
    const all = [...files];
    all.forEach(([one, path], at) => {
      for (const [other, otherPath] of all.slice(0, at)) {
        this.#touched.add(pairOf(one, other));
        addTo(this.#shared, one, other, by);
        addTo(this.#shared, other, one, by);
        this.#mirror(one, path, other, otherPath, by);
      }
    });
  }

  #mirror(one: string, path: string, other: string, otherPath: string, by: 1 | -1): void {
    const places = placesOf(path, otherPath);
    if (!places) return;
    const mirror = this.#mirrors.get(places.folders) ?? new Map();
    const texts = (mirror.get(places.rest)?.texts ?? 0) + by;
    const before = mirror.size;
    if (texts > 0) mirror.set(places.rest, { texts, one, other });
    else mirror.delete(places.rest);
    if (mirror.size > 0) this.#mirrors.set(places.folders, mirror);
    else this.#mirrors.delete(places.folders);
    const pair = pairOf(one, other);
    if (texts > 0) this.#mirrorOf.set(pair, places.folders);
    else this.#mirrorOf.delete(pair);
    if (before >= LEAST_MIRRORED === mirror.size >= LEAST_MIRRORED) return;
    for (const { one: a, other: b } of mirror.values()) this.#touched.add(pairOf(a, b));
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

function pairOf(one: string, other: string): string {
  return one < other ? `${one}\n${other}` : `${other}\n${one}`;
}

/** What the paths of two files of one name have apart, and the rest that they share. */
function placesOf(
  path: string,
  otherPath: string,
): { readonly folders: string; readonly rest: string } | undefined {
  if (fileNameOf(path) !== fileNameOf(otherPath)) return undefined;
  const [one, other] = path < otherPath ? [path, otherPath] : [otherPath, path];
  const [a, b] = [one.split('/'), other.split('/')];
  let start = 0;
  while (a[start] === b[start]) start++;
  let end = 1;
  while (end < Math.min(a.length, b.length) - start && a.at(-end - 1) === b.at(-end - 1)) end++;
  const folders = `${a.slice(0, a.length - end).join('/')}\n${b.slice(0, b.length - end).join('/')}`;
  return { folders, rest: a.slice(a.length - end).join('/') };
}
