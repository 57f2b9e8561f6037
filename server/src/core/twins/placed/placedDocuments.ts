import type { Position } from '../../documents/lines';
import type { Components } from '../groups/components';
import type { TwinReport } from '../groups/report';
import type { Silence } from '../twin';
import type { Holders } from './holders';
import { LazyDocument, type PlacedDocument } from './placeDocument';
import { type PlacedText, touches, worldOf } from './placedText';
import { areAlike } from './sameness';
import type { TextPool } from './textPool';
import { Thresholds } from './thresholds';

/** Who has to know of passages that come and go. */
export interface PassageKeepers {
  readonly holders: Holders;
  readonly pool: TextPool;
  readonly components: Components;
  readonly report: TwinReport;
}

/** The documents of a finder. What follows from their passages is found anew where a document changes, and nowhere else. */
export class PlacedDocuments {
  readonly #keepers: PassageKeepers;
  readonly #placed = new Map<string, readonly PlacedText[]>();
  /** What filters of single passages silenced, by document; read when asked for. */
  readonly #silenced = new Map<string, Pick<PlacedDocument, 'silenced'>>();
  readonly #thresholds = new Thresholds();
  #touched = new Set<string>();
  #passages = 0;

  constructor(keepers: PassageKeepers) {
    this.#keepers = keepers;
  }

  get size(): number {
    return this.#placed.size;
  }

  /** How many passages all of them have. */
  get passages(): number {
    return this.#passages;
  }

  /** The least similarity that any of them reports. */
  get leastThreshold(): number {
    return this.#thresholds.least;
  }

  has(uri: string): boolean {
    return this.#placed.has(uri);
  }

  /** Sorted. */
  get uris(): string[] {
    return [...this.#placed.keys()].sort();
  }

  at(uri: string): PlacedDocument | undefined {
    const placed = this.#placed.get(uri);
    const document = this.#silenced.get(uri);
    return placed && new LazyDocument(placed, { list: () => document?.silenced ?? [] });
  }

  /** The passage that reaches to a place or around it. */
  passageAt(uri: string, at: Position): PlacedText | undefined {
    return this.#placed.get(uri)?.find(({ passage }) => touches(passage, at));
  }

  /** What filters of single passages silenced in a document. */
  silenced(uri: string): readonly Silence[] {
    return this.#silenced.get(uri)?.silenced ?? [];
  }

  /** The distinct texts of some of them. */
  textsOf(uris: readonly string[]): ReadonlySet<string> {
    return new Set(uris.flatMap((uri) => this.#placed.get(uri) ?? []).map(({ normal }) => normal));
  }

  set(uri: string, document: PlacedDocument): void {
    this.#replace(uri, document.placed);
    this.#silenced.set(uri, document);
  }

  remove(uri: string): void {
    this.#replace(uri, []);
    this.#placed.delete(uri);
    this.#silenced.delete(uri);
  }

  /** Documents that got passages since they were taken last. @param only takes these alone, whether they did or not. */
  takeTouched(only?: readonly string[]): Iterable<string> {
    if (only) {
      for (const uri of only) this.#touched.delete(uri);
      return only;
    }
    const taken = this.#touched;
    this.#touched = new Set();
    return taken;
  }

  /** Passages that are as they were stay the same objects: what they are in need not be looked at again. */
  #replace(uri: string, placed: readonly PlacedText[]): void {
    const before = this.#placed.get(uri) ?? [];
    if (before.length === 0) {
      this.#enter(uri, placed);
      return;
    }
    const known = new Map(
      before.map((item) => [`${item.passage.start.line}:${item.passage.start.character}`, item]),
    );
    const after = placed.map((item) => {
      const { line, character } = item.passage.start;
      const old = known.get(`${line}:${character}`);
      return old && areAlike([old], [item]) ? old : item;
    });
    const stays = new Set(after);
    const gone = before.filter((item) => !stays.has(item));
    for (const item of before) stays.delete(item);
    // Held before the old ones are released: a text that stays is never without a passage.
    this.#enter(
      uri,
      after.filter((item) => stays.has(item)),
    );
    const { holders, pool, components } = this.#keepers;
    for (const item of gone) {
      holders.remove(item);
      pool.release(item.normal);
      components.mark(worldOf(item), item.normal);
    }
    this.#setPlaced(uri, after);
    this.#passages -= gone.length;
  }

  /** Takes in passages that a document has not had. */
  #enter(uri: string, placed: readonly PlacedText[]): void {
    const { holders, pool, components } = this.#keepers;
    for (const item of placed) {
      pool.hold(item.normal);
      holders.add(item);
      components.mark(worldOf(item), item.normal);
    }
    this.#setPlaced(uri, placed);
    this.#passages += placed.length;
    this.#touched.add(uri);
  }

  #setPlaced(uri: string, placed: readonly PlacedText[]): void {
    this.#placed.set(uri, placed);
    this.#thresholds.set(uri, placed[0]?.policy.threshold);
    this.#keepers.report.resize(uri, new Set(placed.map(({ normal }) => normal)).size);
  }
}
