import { below, type Random, randomFor } from '../../models/training/random';
import { isProbeRead, type Place, type Planting, PROBE } from './garden';
import type { Source } from './sources';
import { findSpots, replaceAt, type Spot } from './spots';

/** A text that waits for its line: lines above it may still grow. */
interface Seedling {
  readonly spot: Spot;
  readonly text: string;
  place?: Place;
}

/** Plants in place of comments that stand above code, each at its indentation: where people write them. */
export const plantAmongComments: Planting = {
  canHold: (source) => findSpots(source).some((spot) => isFertile(source, spot)),
  plantPairs(sources, plants, seed) {
    const random = randomFor(seed, 1);
    const beds = sources.map((source) => new Bed(source));
    const open = beds.filter((bed) => bed.hasRoom);
    const sow = (text: string, elsewhere?: Bed): readonly [Bed, Seedling] => {
      for (;;) {
        const others = open.filter((bed) => bed !== elsewhere);
        if (others.length === 0)
          throw new Error('too few comments stand above code to be replaced');
        const bed = others[below(random, others.length)] as Bed;
        const seedling = bed.sow(text, random);
        if (!bed.hasRoom) open.splice(open.indexOf(bed), 1);
        if (seedling) return [bed, seedling];
      }
    };
    const pairs = plants.map((plant) => {
      const [bed, original] = sow(plant.original);
      const [, copy] = sow(plant.copy, bed);
      return { plant, original, copy };
    });
    const grown = beds.map((bed) => bed.grow());
    const planted = pairs.map(({ plant, original, copy }) => {
      return { plant, original: original.place as Place, copy: copy.place as Place };
    });
    return { sources: grown, planted };
  },
};

/** One source: the spots that are left in it, and what has been sown. */
class Bed {
  readonly #source: Source;
  readonly #spots: Spot[];
  readonly #seedlings: Seedling[] = [];

  constructor(source: Source) {
    this.#source = source;
    this.#spots = findSpots(source);
  }

  get hasRoom(): boolean {
    return this.#spots.length > 0;
  }

  /** Takes a spot; undefined where it turns out that nothing planted there would be read. */
  sow(text: string, random: Random): Seedling | undefined {
    const [spot] = this.#spots.splice(below(random, this.#spots.length), 1);
    if (!spot || !isFertile(this.#source, spot)) return undefined;
    const seedling: Seedling = { spot, text };
    this.#seedlings.push(seedling);
    return seedling;
  }

  /** The source with all that was sown, each of which then knows its place. */
  grow(): Source {
    if (this.#seedlings.length === 0) return this.#source;
    const inOrder = this.#seedlings.sort((a, b) => a.spot.firstLine - b.spot.firstLine);
    const { source, startLines } = replaceAt(this.#source, inOrder);
    inOrder.forEach((seedling, i) => {
      seedling.place = { path: source.path, startLine: startLines[i] as number };
    });
    return source;
  }
}

function isFertile(source: Source, spot: Spot): boolean {
  return isProbeRead(replaceAt(source, [{ spot, text: PROBE }]).source);
}
