import { extractPassages } from '../../server/src/core/passages/extract';
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

/** Sources with plants in them, in the order of the sources. */
export interface Garden {
  readonly sources: readonly Source[];
  readonly planted: readonly Planted[];
}

/** A way to plant. */
export interface Planting {
  /** Whether a source has room for a plant that is read. */
  readonly canHold: (source: Source) => boolean;
  /**
   * Plants each pair in two different files; the sources given are left as they were.
   *
   * @throws Error when there is not room enough
   */
  readonly plantPairs: (
    sources: readonly Source[],
    plants: readonly Plant[],
    seed: number,
  ) => Garden;
}

/** Says nothing that a filter could take offence at. */
export const PROBE = 'The quick courier carries the parcel to the house of a neighbour.';

/** Whether the probe, once planted, is read as a passage by itself: a plant that is not read would measure nothing. */
export function isProbeRead({ text, languageId, path }: Source): boolean {
  const { passages } = extractPassages(text, languageId, { path });
  return passages.some((passage) => passage.text === PROBE);
}
