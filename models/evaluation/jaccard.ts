/** Share of the members of two sets that both have, in [0, 1]; 0 for two empty sets. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const member of few) if (many.has(member)) shared++;
  return shared / (a.size + b.size - shared || 1);
}
