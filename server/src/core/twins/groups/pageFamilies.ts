import { Families } from '../../filters/groups/families';

/**
 * Joins families that share a page.
 *
 * @param families each a page and the first URI of its family, see `filters/groups/parallelPages.ts`.
 * @returns for each page the first URI of all that it is joined with: whatever the order they came in.
 */
export function joinFamilies(
  families: Iterable<ReadonlyMap<string, string>>,
): ReadonlyMap<string, string> {
  const joined = new Families<string>();
  for (const family of families) {
    for (const [uri, first] of family) joined.join(uri, first);
  }
  return joined.all();
}
