import { below, randomFor } from '../../models/training/random';
import { shuffled } from '../../models/training/synthesis/choose';
import { extractPassages } from '../../server/src/core/passages/extract';
import { writeComment } from './commentStyles';
import type { Plant } from './plants';
import type { Source } from './sources';

/** Where a planted text begins. */
export interface Place {
  readonly path: string;
  /** 1-based. */
  readonly startLine: number;
}

/** A plant in the repository where it was planted. */
export interface Planted {
  readonly plant: Plant;
  readonly original: Place;
  readonly copy: Place;
}

/** Says nothing that a filter could take offence at. */
const PROBE = 'The quick courier carries the parcel to the house of a neighbour.';

/** Appends a comment behind an empty line; undefined for a language whose comments we do not write. */
export function appendComment(
  source: Source,
  text: string,
): { readonly source: Source; readonly startLine: number } | undefined {
  const comment = writeComment(text, source.languageId);
  if (!comment) return undefined;
  const newline = source.text.includes('\r\n') ? '\r\n' : '\n';
  const isOpen = source.text !== '' && !/[\r\n]$/.test(source.text);
  const before = source.text + (isOpen ? newline : '') + newline;
  const startLine = before.split(/\r\n|\r|\n/).length;
  return { source: { ...source, text: before + comment.join(newline) + newline }, startLine };
}

/**
 * Whether a comment at the end of a file is read at all. It is not where the code has ended before the file does
 * (`?>`, `__END__`), nor in generated and vendored files; plants there would measure nothing.
 */
export function canHold(source: Source): boolean {
  const probed = appendComment(source, PROBE);
  if (!probed) return false;
  const { text, languageId, path } = probed.source;
  const { passages } = extractPassages(text, languageId, { path });
  return passages.some((passage) => passage.text === PROBE);
}

/** Deals the plants out to repositories, in a random order and in equal shares. */
export function dealPlants(
  plants: readonly Plant[],
  repositories: number,
  seed: number,
): Plant[][] {
  const order = shuffled(plants, randomFor(seed, 0));
  return Array.from({ length: repositories }, (_, at) =>
    order.filter((_plant, index) => index % repositories === at),
  );
}

/**
 * Plants each pair in two different files.
 *
 * @returns the sources, changed or not, in their order
 * @throws Error when fewer than two files can hold a plant
 */
export function plantPairs(
  sources: readonly Source[],
  plants: readonly Plant[],
  seed: number,
): { readonly sources: readonly Source[]; readonly planted: readonly Planted[] } {
  const changed = [...sources];
  const holders = [...changed.keys()].filter((at) => canHold(changed[at] as Source));
  if (holders.length < 2) throw new Error('fewer than two files can hold a comment');
  const random = randomFor(seed, 1);
  const plantAt = (holder: number, text: string): Place => {
    const at = holders[holder] as number;
    const grown = appendComment(changed[at] as Source, text);
    if (!grown) throw new Error('a file that held the probe cannot hold a plant');
    changed[at] = grown.source;
    return { path: grown.source.path, startLine: grown.startLine };
  };
  const planted = plants.map((plant) => {
    const first = below(random, holders.length);
    const second = (first + 1 + below(random, holders.length - 1)) % holders.length;
    return { plant, original: plantAt(first, plant.original), copy: plantAt(second, plant.copy) };
  });
  return { sources: changed, planted };
}
