import type { Container } from '../filters/groups/containers';
import type { Site } from '../filters/groups/site';

/** The same text in memory of its own: a piece of a source, as engines cut it, keeps all of the source alive. */
export function detached(text: string): string {
  // What is joined is copied when it is cut.
  return ` ${text}`.slice(1);
}

/** A function that detaches the sites of one document. Members of one type share what is known of it, and nothing else. */
export function siteDetacher(): (site: Site) => Site {
  const known = new Map<Container, Container>();
  const containerOf = (container: Container): Container => {
    const before = known.get(container);
    if (before) return before;
    const { name, isContract, heritage } = container;
    const after = { name: detached(name), isContract, heritage: heritage.map(detached) };
    known.set(container, after);
    return after;
  };
  return ({ member, container, tag, ...site }) => ({
    ...site,
    ...(member !== undefined && { member: detached(member) }),
    ...(container && { container: containerOf(container) }),
    ...(tag !== undefined && { tag: detached(tag) }),
  });
}
