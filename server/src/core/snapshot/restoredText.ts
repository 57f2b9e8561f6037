import type { Container } from '../filters/groups/containers';
import type { Site } from '../filters/groups/site';
import type { PlacedText } from '../twins/placedText';
import type { Policy } from '../twins/policy';
import type { PlacedPassage } from '../twins/twin';
import type { StringReader } from './strings';

/** A site as it is written: in JSON without its path, and the type that it stands in, which many share. */
export type SiteTexts = readonly [site: string, container: string | undefined];

/** Of sites in one type, and of one path, each is written once. Both keep their place among the others. */
export function siteTextsOf(site: Site): SiteTexts {
  const { container } = site;
  const alone = JSON.stringify({ ...site, path: '', ...(container && { container: 0 }) });
  return [alone, container && JSON.stringify(container)];
}

/**
 * A passage of an earlier run. What is known of its place is read once somebody asks, which of most nobody does: groups are
 * judged as they were.
 */
export class RestoredText implements PlacedText {
  readonly passage: PlacedPassage;
  readonly normal: string;
  readonly policy: Policy;
  readonly subject?: string;
  readonly #strings: StringReader;
  readonly #path: string;
  /** The places of its `SiteTexts` among the strings; −1 for none. */
  readonly #siteAt: number;
  readonly #containerAt: number;

  constructor(
    known: Omit<PlacedText, 'site'>,
    strings: StringReader,
    path: string,
    siteAt: number,
    containerAt: number,
  ) {
    this.passage = known.passage;
    this.normal = known.normal;
    this.policy = known.policy;
    if (known.subject !== undefined) this.subject = known.subject;
    this.#strings = strings;
    this.#path = path;
    this.#siteAt = siteAt;
    this.#containerAt = containerAt;
  }

  get site(): Site {
    const site = this.#strings.parsed(this.#siteAt) as Site;
    if (this.#containerAt < 0) return { ...site, path: this.#path };
    const container = this.#strings.parsed(this.#containerAt) as Container;
    return { ...site, path: this.#path, container };
  }

  get siteTexts(): SiteTexts {
    const container = this.#containerAt < 0 ? undefined : this.#strings.at(this.#containerAt);
    return [this.#strings.at(this.#siteAt), container];
  }
}
