import type { Container } from '../filters/groups/containers';
import type { Site } from '../filters/groups/site';
import type { PlacedText } from '../twins/placed/placedText';
import type { Policy } from '../twins/placed/policy';
import type { PlacedPassage } from '../twins/twin';
import { checkPassage, PASSAGE, readPassage, recordPassage } from './passageRecord';
import type { StringReader, StringTable } from './strings';

/** A passage, its normalised text, subject, site and the type that it stands in; 0 for no subject and no type. */
export const PLACED = PASSAGE + 4;

const NORMAL = PASSAGE;
const SUBJECT = PASSAGE + 1;
const SITE = PASSAGE + 2;
const CONTAINER = PASSAGE + 3;

/** What all passages of a document have in common. */
export interface RecordedPlace {
  readonly uri: string;
  /** As filters know it. */
  readonly path: string;
  readonly policy: Policy;
}

/** A site as it is written: in JSON without its path, and the type that it stands in, which many share. */
type SiteTexts = readonly [site: string, container: string | undefined];

/** Of sites in one type, and of one path, each is written once. Both keep their place among the others. */
function siteTextsOf(site: Site): SiteTexts {
  const { container } = site;
  const alone = JSON.stringify({ ...site, path: '', ...(container && { container: 0 }) });
  return [alone, container && JSON.stringify(container)];
}

/** A placed text in numbers. @param table takes its texts. */
export function recordPlaced(item: PlacedText, table: StringTable): number[] {
  const { passage, normal, subject } = item;
  const [site, container] = item instanceof RestoredText ? item.siteTexts : siteTextsOf(item.site);
  return [
    ...recordPassage(passage, table),
    table.add(normal),
    subject === undefined ? 0 : 1 + table.add(subject),
    table.add(site),
    container === undefined ? 0 : 1 + table.add(container),
  ];
}

/** @throws RangeError unless a placed text begins at `at`. */
export function checkPlaced(numbers: Int32Array, at: number, strings: StringReader): void {
  checkPassage(numbers, at, strings);
  const [subject = -1, container = -1] = [numbers[at + SUBJECT], numbers[at + CONTAINER]];
  const isPlaced =
    strings.has(numbers[at + NORMAL]) &&
    strings.has(numbers[at + SITE]) &&
    (subject === 0 || strings.has(subject - 1)) &&
    (container === 0 || strings.has(container - 1));
  if (!isPlaced) throw new RangeError(`There is no placed text at ${at}.`);
}

/**
 * A passage of an earlier run. All but its normalised text is read once somebody asks, which of most nobody does: one
 * without twins is compared with others and no more, and groups are judged as they were.
 */
export class RestoredText implements PlacedText {
  readonly normal: string;
  readonly kept: number;
  readonly #numbers: Int32Array;
  readonly #at: number;
  readonly #strings: StringReader;
  readonly #place: RecordedPlace;
  #passage: PlacedPassage | undefined;

  /** Of a record that `checkPlaced` has let through. */
  constructor(
    numbers: Int32Array,
    at: number,
    strings: StringReader,
    place: RecordedPlace,
    kept: number,
  ) {
    this.kept = kept;
    this.normal = strings.at(numbers[at + NORMAL]);
    this.#numbers = numbers;
    this.#at = at;
    this.#strings = strings;
    this.#place = place;
  }

  /** The same object each time. */
  get passage(): PlacedPassage {
    this.#passage ??= readPassage(this.#numbers, this.#at, this.#place.uri, this.#strings);
    return this.#passage;
  }

  get policy(): Policy {
    return this.#place.policy;
  }

  get subject(): string | undefined {
    const subject = this.#numberAt(SUBJECT);
    return subject === 0 ? undefined : this.#strings.at(subject - 1);
  }

  get site(): Site {
    const { path } = this.#place;
    const site = this.#strings.parsed(this.#numberAt(SITE)) as Site;
    const container = this.#numberAt(CONTAINER);
    if (container === 0) return { ...site, path };
    return { ...site, path, container: this.#strings.parsed(container - 1) as Container };
  }

  get siteTexts(): SiteTexts {
    const container = this.#numberAt(CONTAINER);
    return [
      this.#strings.at(this.#numberAt(SITE)),
      container === 0 ? undefined : this.#strings.at(container - 1),
    ];
  }

  #numberAt(column: number): number {
    return this.#numbers[this.#at + column] as number;
  }
}
