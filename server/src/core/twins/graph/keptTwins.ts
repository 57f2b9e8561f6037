import { SplitMap } from '../../splitTables';
import { byEnergy, type Neighbour } from './neighbours';
import { MAX_TWINS } from './twinLists';

/** Texts and all edges among them within a radius, as one run hands them to the next. */
export interface TwinSnapshot {
  /** Energy up to which all edges are here. */
  readonly radius: number;
  /** Normalised. */
  readonly texts: readonly string[];
  /** Places of the texts that have more twins than are kept; the nearest are. */
  readonly cut: readonly number[];
  /** For each edge the places of both texts and their energy, one after the other. */
  readonly edges: readonly number[];
}

/** What an earlier run knows of texts that have not come up yet in this one. */
export class KeptTwins {
  readonly radius: number;
  readonly #twins = new SplitMap<string, readonly Neighbour[]>();
  readonly #cut: ReadonlySet<string>;

  private constructor(radius: number, cut: ReadonlySet<string>) {
    this.radius = radius;
    this.#cut = cut;
  }

  /** Reads a snapshot. Yields after each text and each edge. @throws RangeError for an edge of a text that is not there. */
  static *read({ radius, texts, cut, edges }: TwinSnapshot): Generator<void, KeptTwins> {
    const kept = new KeptTwins(radius, new Set(cut.map((place) => textAt(texts, place))));
    for (const text of texts) {
      kept.#twins.set(text, NONE);
      yield;
    }
    for (let at = 0; at < edges.length; at += 3) {
      const [one, other] = [textAt(texts, edges[at]), textAt(texts, edges[at + 1])];
      const energy = edges[at + 2] as number;
      kept.#add(one, { key: other, energy });
      kept.#add(other, { key: one, energy });
      yield;
    }
    return kept;
  }

  /** How many texts have not been taken. */
  get size(): number {
    return this.#twins.size;
  }

  /** The twins of a text, the first time that it is asked for; undefined for one that is not known. */
  take(text: string): readonly Neighbour[] | undefined {
    const twins = this.#twins.get(text);
    this.#twins.delete(text);
    return twins;
  }

  /** The nearest of a text's twins, of which it must have each: undefined where it had no more than are kept. */
  nearestOf(text: string, twins: readonly Neighbour[]): readonly string[] | undefined {
    if (!this.#cut.has(text)) return undefined;
    const sorted = [...twins].sort(byEnergy).slice(0, MAX_TWINS);
    return sorted.map(({ key }) => key);
  }

  #add(text: string, twin: Neighbour): void {
    const known = this.#twins.get(text);
    if (known === undefined || known === NONE) this.#twins.set(text, [twin]);
    else (known as Neighbour[]).push(twin);
  }
}

/** Most texts have no twins. */
const NONE: readonly Neighbour[] = [];

function textAt(texts: readonly string[], place: number | undefined): string {
  const text = texts[place ?? -1];
  if (text === undefined) throw new RangeError(`There is no text ${place}.`);
  return text;
}
