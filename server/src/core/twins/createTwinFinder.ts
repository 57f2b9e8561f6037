import type { Position } from '../documents/lines';
import type { Encoder } from '../embeddings/encoder';
import { normalise } from '../embeddings/words';
import type { Scoring } from '../energies/scoring';
import { compareTexts } from './compare';
import type { DocumentInput, FinderStats, SettleOptions, TextPair, TwinFinder } from './finder';
import { factApart, findOneFactApart } from './oneFactApart';
import { placeDocument } from './placeDocument';
import { byPlace, type PlacedText, touches } from './placedText';
import { reportTwins, type TwinReport } from './report';
import { TextPool } from './textPool';
import { TimeSlice } from './timeSlice';
import type { Comparison, Finding, OneFactApart, SimilarPassage, TwinGroup } from './twin';
import { TwinGraph } from './twinGraph';

/** Texts handed to the encoder at once: a cancelled scan loses at most these. */
const CHUNK = 512;

export function createTwinFinder(encoder: Encoder, scoring: Scoring): TwinFinder {
  return new Finder(encoder, scoring);
}

class Finder implements TwinFinder {
  readonly #encoder: Encoder;
  readonly #scoring: Scoring;
  readonly #documents = new Map<string, readonly PlacedText[]>();
  readonly #pool = new TextPool();
  readonly #graph: TwinGraph;
  readonly #touched = new Set<string>();
  #report: TwinReport = { groups: [], findings: new Map(), known: new Map() };
  #queue: Promise<unknown> = Promise.resolve();
  #embedded = 0;
  readonly #ms = { extract: 0, encode: 0, search: 0 };

  constructor(encoder: Encoder, scoring: Scoring) {
    this.#encoder = encoder;
    this.#scoring = scoring;
    this.#graph = new TwinGraph(encoder.dimensions, scoring);
  }

  setDocument(document: DocumentInput): void {
    const started = performance.now();
    const placed = placeDocument(document);
    // Held before the old ones are released: a text that stays is never without a passage.
    for (const { normal, passage } of placed) this.#pool.hold(normal, passage.text);
    this.removeDocument(document.uri);
    this.#documents.set(document.uri, placed);
    this.#ms.extract += performance.now() - started;
  }

  removeDocument(uri: string): void {
    for (const { normal } of this.#documents.get(uri) ?? []) this.#pool.release(normal);
    this.#documents.delete(uri);
    this.#touched.add(uri);
  }

  has(uri: string): boolean {
    return this.#documents.has(uri);
  }

  settle(options: SettleOptions = {}): Promise<ReadonlySet<string>> {
    const settled = this.#queue.then(() => this.#settle(options));
    this.#queue = settled.catch(() => undefined);
    return settled;
  }

  findings(uri: string): readonly Finding[] {
    return this.#report.findings.get(uri) ?? [];
  }

  groups(): readonly TwinGroup[] {
    return this.#report.groups;
  }

  oneFactApart(uri: string, at: Position): OneFactApart | undefined {
    const from = this.#documents.get(uri)?.find(({ passage }) => touches(passage, at));
    if (!from) return undefined;
    const energies = this.#graph.energiesNear(from.normal);
    const placed = [...this.#documents.values()].flat();
    return findOneFactApart(from, placed, energies, this.#scoring.calibration);
  }

  async similar(text: string, top: number): Promise<readonly SimilarPassage[]> {
    const [embedding] = await this.#encoder.encode([text]);
    if (!embedding || top < 1) return [];
    const near = this.#graph.nearest(embedding, top);
    const energies = new Map(near.map(({ key, energy }) => [key, energy]));
    const own = normalise(text);
    const { calibration, thresholds } = this.#scoring;
    return [...this.#documents.values()]
      .flat()
      .filter(({ normal }) => energies.has(normal))
      .map(({ passage, normal }) => {
        const energy = normal === own ? 0 : (energies.get(normal) as number);
        const similarity = calibration.similarityAt(energy);
        const differsIn = factApart(own, normal, similarity >= thresholds.balanced);
        return { ...passage, energy, similarity, ...(differsIn !== undefined && { differsIn }) };
      })
      .sort((x, y) => x.energy - y.energy || byPlace(x, y))
      .slice(0, top);
  }

  async compare(a: string, b: string): Promise<Comparison> {
    const [comparison] = await this.compareAll([{ a, b }]);
    return comparison as Comparison;
  }

  async compareAll(pairs: readonly TextPair[]): Promise<readonly Comparison[]> {
    const texts = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
    const embeddings = await this.#encoder.encode(texts);
    const embedded = new Map(
      texts.map((text, i) => [text, { text, embedding: embeddings[i] as Float32Array }]),
    );
    type Embedded = { text: string; embedding: Float32Array };
    return pairs.map(({ a, b }) =>
      compareTexts(embedded.get(a) as Embedded, embedded.get(b) as Embedded, this.#scoring),
    );
  }

  stats(): FinderStats {
    const passages = [...this.#documents.values()].reduce((sum, placed) => sum + placed.length, 0);
    return {
      documents: this.#documents.size,
      passages,
      embedded: this.#embedded,
      cached: this.#pool.reused,
      ms: { ...this.#ms },
    };
  }

  async #settle({ signal, onProgress }: SettleOptions): Promise<ReadonlySet<string>> {
    signal?.throwIfAborted();
    for (const swept of this.#pool.sweep()) this.#graph.remove(swept);
    await this.#embedNew(signal, onProgress);
    await this.#connectNew(signal);
    const touched = new Set(this.#touched);
    const before = this.#report;
    const started = performance.now();
    this.#report = reportTwins(
      [...this.#documents.values()].flat(),
      this.#graph,
      this.#scoring.calibration,
      before,
    );
    this.#ms.search += performance.now() - started;
    for (const uri of touched) this.#touched.delete(uri);
    return changedDocuments(before, this.#report, touched);
  }

  async #embedNew(signal?: AbortSignal, onProgress?: SettleOptions['onProgress']): Promise<void> {
    const started = performance.now();
    const missing = [...this.#pool.values()].filter(({ normal }) => !this.#graph.has(normal));
    for (let start = 0; start < missing.length; start += CHUNK) {
      signal?.throwIfAborted();
      const chunk = missing.slice(start, start + CHUNK);
      const fresh = chunk.filter(({ embedding }) => !embedding);
      const embeddings = await this.#encoder.encode(
        fresh.map(({ text }) => text),
        {
          ...(signal && { signal }),
          onProgress: (done) => onProgress?.(start + done, missing.length),
        },
      );
      fresh.forEach((text, i) => {
        text.embedding = embeddings[i];
      });
      this.#embedded += fresh.length;
      for (const { normal, embedding, uses } of chunk) {
        // Released while it was being embedded: the next sweep forgets it.
        if (uses === 0 || !embedding) continue;
        this.#graph.insert(normal, embedding);
      }
      onProgress?.(Math.min(start + CHUNK, missing.length), missing.length);
    }
    this.#ms.encode += performance.now() - started;
  }

  async #connectNew(signal?: AbortSignal): Promise<void> {
    const started = performance.now();
    this.#graph.reach(this.#neededRadius());
    const slice = new TimeSlice();
    for (const key of [...this.#graph.unconnected]) {
      this.#graph.connect(key);
      await slice.pause(signal);
    }
    this.#ms.search += performance.now() - started;
  }

  /** The largest energy that any document's threshold still reports. */
  #neededRadius(): number {
    let threshold = 1;
    for (const [first] of this.#documents.values()) {
      if (first) threshold = Math.min(threshold, first.policy.threshold);
    }
    return this.#scoring.calibration.energyAt(threshold);
  }
}

/** Documents that were touched or whose findings are not what they were. */
function changedDocuments(
  before: TwinReport,
  after: TwinReport,
  touched: ReadonlySet<string>,
): ReadonlySet<string> {
  const changed = new Set(touched);
  for (const uri of new Set([...before.findings.keys(), ...after.findings.keys()])) {
    const old = before.findings.get(uri) ?? [];
    const now = after.findings.get(uri) ?? [];
    // Findings of groups that did not change are the same objects.
    if (old.length !== now.length || old.some((finding, i) => finding !== now[i])) changed.add(uri);
  }
  return changed;
}
