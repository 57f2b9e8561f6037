import { fileNameOf } from '../../filters/paths';
import { type FilePair, pairOf } from './filePair';

/** In so many places of two folders do files have texts in common if they are copies. */
const LEAST_ALIKE = 4;

/** What stands in the same place of two folders: how many texts two files have in common. */
interface Alike {
  readonly pair: FilePair;
  readonly texts: number;
}

/** Which folders are copies of each other: in several places of both stand files that have texts in common. */
export class FolderCopies {
  /** By two folders, then by place. */
  readonly #folders = new Map<string, Map<string, Alike>>();
  readonly #foldersOf = new Map<FilePair, string>();

  /** Two folders that are copies and in whose same place two files stand. */
  of(pair: FilePair): string | undefined {
    const folders = this.#foldersOf.get(pair);
    if (folders === undefined) return undefined;
    return (this.#folders.get(folders)?.size ?? 0) >= LEAST_ALIKE ? folders : undefined;
  }

  /**
   * Counts a text, or takes one back, that two files have in common.
   *
   * @returns the pairs of files of which `of` may say something else now.
   */
  count(one: string, other: string, by: 1 | -1): Iterable<FilePair> {
    const place = placeOf(one, other);
    if (!place) return [];
    const pair = pairOf(one, other);
    const places = this.#folders.get(place.folders) ?? new Map<string, Alike>();
    const before = places.size;
    const texts = (places.get(place.rest)?.texts ?? 0) + by;
    if (texts > 0) {
      places.set(place.rest, { pair, texts });
      this.#foldersOf.set(pair, place.folders);
    } else {
      places.delete(place.rest);
      this.#foldersOf.delete(pair);
    }
    if (places.size > 0) this.#folders.set(place.folders, places);
    else this.#folders.delete(place.folders);
    if (before >= LEAST_ALIKE === places.size >= LEAST_ALIKE) return [];
    return [...places.values()].map((alike) => alike.pair);
  }
}

/** What the URIs of two files of one name have apart, and the rest that they share. */
function placeOf(
  uri: string,
  otherUri: string,
): { readonly folders: string; readonly rest: string } | undefined {
  if (fileNameOf(uri) !== fileNameOf(otherUri)) return undefined;
  const [one, other] = uri < otherUri ? [uri, otherUri] : [otherUri, uri];
  const [a, b] = [one.split('/'), other.split('/')];
  const most = Math.min(a.length, b.length);
  let same = 1;
  while (same < most && a.at(-same - 1) === b.at(-same - 1)) same++;
  const folderOf = (names: readonly string[]) => names.slice(0, names.length - same).join('/');
  return { folders: `${folderOf(a)}\n${folderOf(b)}`, rest: a.slice(a.length - same).join('/') };
}
