import type { Container } from '../../filters/groups/containers';
import type { Site } from '../../filters/groups/site';

/**
 * The same text in memory of its own, in one piece: a part of a source, as engines cut it, keeps all of the source
 * alive, and what was joined keeps its parts.
 */
export function detached(text: string): string {
  // Halves that are joined by `join` are copied into one; joined by `+` they would be kept as halves.
  const half = text.length >> 1;
  return [text.slice(0, half), text.slice(half)].join('');
}

/** Texts of which one copy is handed out again; beyond these they are forgotten, and copied once more. */
const MOST_SHARED = 20_000;
const shared = new Map<string, string>();

/**
 * The same, and the same memory for equal texts: of licences, names and the shapes of code, of which a workspace has many
 * alike.
 */
export function sharedText(text: string): string {
  const known = shared.get(text);
  if (known !== undefined) return known;
  const own = detached(text);
  if (shared.size >= MOST_SHARED) shared.clear();
  shared.set(own, own);
  return own;
}

/** A function that detaches the sites of one document. Members of one type share what is known of it, and nothing else. */
export function siteDetacher(): (site: Site) => Site {
  const known = new Map<Container, Container>();
  const containerOf = (container: Container): Container => {
    const before = known.get(container);
    if (before) return before;
    const { name, isContract, heritage } = container;
    const after = { name: sharedText(name), isContract, heritage: heritage.map(sharedText) };
    known.set(container, after);
    return after;
  };
  return (site) => {
    // Filled in rather than spread: objects that engines build from rests and spreads have a description each.
    const after: { -readonly [Key in keyof Site]?: unknown } = { path: site.path };
    for (const key of Object.keys(site) as (keyof Site)[]) {
      const value = site[key];
      if (key === 'container') after[key] = site.container && containerOf(site.container);
      else if (key === 'names') after[key] = site.names && namesDetached(site.names);
      else if (key !== 'path') after[key] = typeof value === 'string' ? sharedText(value) : value;
    }
    return after as Site;
  };
}

function namesDetached({ own, strange }: NonNullable<Site['names']>): Site['names'] {
  return { own: own.map(sharedText), strange: strange.map(sharedText) };
}
