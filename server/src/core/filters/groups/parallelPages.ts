import { wordsOf } from '../../embeddings/words';
import { wordsApart } from '../../energies/facts';
import { isProse } from '../../passages/passage';
import { folderOf } from '../paths';
import { Families } from './families';
import type { GroupMember } from './groupFilter';

/** Pages of one text that are looked at: more of them share a stock phrase, which tells nothing of each. */
const MOST_PAGES = 32;
const SHORTEST_NAME = 3;

/**
 * Pages that each speak of another product, command or platform: in one folder, with a passage in common in which
 * each names what its own file is called after. `nginx.md` says "nginx needs no root", `caddy.md` "caddy needs none".
 *
 * @param groups passages that say the same, before any filter.
 * @returns for each such page the first URI of its family.
 */
export function findParallelPages(
  groups: Iterable<readonly GroupMember[]>,
): ReadonlyMap<string, string> {
  const families = new Families<string>();
  for (const group of groups) {
    const pages = group.filter(isProse).slice(0, MOST_PAGES);
    pages.forEach((page, at) => {
      for (const other of pages.slice(0, at)) {
        if (families.of(page.uri) === families.of(other.uri) || !areParallel(page, other)) continue;
        families.join(page.uri, other.uri);
      }
    });
  }
  return families.all();
}

function areParallel(one: GroupMember, other: GroupMember): boolean {
  if (one.normal === other.normal || one.uri === other.uri) return false;
  if (folderOf(one.site.path) !== folderOf(other.site.path)) return false;
  const [nameOne, nameOther] = [nameOf(one), nameOf(other)];
  const { a, b } = wordsApart(one.normal, other.normal);
  return says(a, nameOne, nameOther) && says(b, nameOther, nameOne);
}

/** Whether the words hold one of a page's name that is not in the other's. */
function says(
  words: readonly string[],
  name: readonly string[],
  other: readonly string[],
): boolean {
  return words.some(
    (word) => word.length >= SHORTEST_NAME && name.includes(word) && !other.includes(word),
  );
}

function nameOf({ site: { path } }: GroupMember): readonly string[] {
  return wordsOf(path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, ''));
}
