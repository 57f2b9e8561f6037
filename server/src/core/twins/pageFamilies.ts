/**
 * Joins families that share a page.
 *
 * @param families each a page and the first URI of its family, see `filters/groups/parallelPages.ts`.
 * @returns for each page the first URI of all that it is joined with: whatever the order they came in.
 */
export function joinFamilies(
  families: Iterable<ReadonlyMap<string, string>>,
): ReadonlyMap<string, string> {
  const firsts = new Map<string, string>();
  const firstOf = (uri: string): string => {
    let first = uri;
    for (
      let next = firsts.get(first);
      next !== undefined && next !== first;
      next = firsts.get(first)
    )
      first = next;
    return first;
  };
  for (const family of families) {
    for (const [uri, other] of family) {
      const [a, b] = [firstOf(uri), firstOf(other)];
      const first = a < b ? a : b;
      for (const page of [a, b]) firsts.set(page, first);
    }
  }
  return new Map([...firsts.keys()].map((uri) => [uri, firstOf(uri)]));
}
