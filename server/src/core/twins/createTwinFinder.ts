import type { Position } from '../documents/lines';
import type { EncodeOptions, Encoder } from '../embeddings/encoder';
import { normalise } from '../embeddings/words';
import type { Scoring } from '../energies/scoring';
import { weighPairs } from '../energies/weighPairs';
import { compareTexts, type EmbeddedText, embedded } from './compare';
import { Components } from './components';
import type {
  DocumentInput,
  FinderStats,
  RestorableFinder,
  SettleOptions,
  TextPair,
} from './finder';
import { Holders } from './holders';
import { type JudgementSnapshot, KeptJudgements } from './keptJudgements';
import { KeptTwins, type TwinSnapshot } from './keptTwins';
import { NEAR_TEXTS, nearMissOf } from './nearMiss';
import { byEnergy, type Neighbour } from './neighbours';
import { factApart, findOneFactApart } from './oneFactApart';
import { type PlacedDocument, placeInPieces } from './placeDocument';
import { byPlace, type PlacedText, touches, worldOf } from './placedText';
import { TwinReport } from './report';
import { areAlike } from './sameness';
import { TextPool } from './textPool';
import { Thresholds } from './thresholds';
import { finish, TimeSlice } from './timeSlice';
import type {
  Comparison,
  Finding,
  NearMiss,
  OneFactApart,
  Silence,
  SimilarPassage,
  TwinGroup,
} from './twin';
import { TwinGraph } from './twinGraph';

/** Texts handed to the encoder at once: a cancelled scan loses at most these. */
const CHUNK = 512;
/** The nearest texts by distance among which the nearest by energy are looked for, at least. */
const LEAST_WEIGHED = 32;

export function createTwinFinder(encoder: Encoder, scoring: Scoring): RestorableFinder {
  return new Finder(encoder, scoring);
}

class Finder implements RestorableFinder {
  readonly #encoder: Encoder;
  readonly #scoring: Scoring;
  readonly #documents = new Map<string, readonly PlacedText[]>();
  readonly #thresholds = new Thresholds();
  readonly #graph: TwinGraph;
  readonly #touched = new Set<string>();
  /** What filters of single passages silenced, by document; read when asked for. */
  readonly #silenced = new Map<string, Pick<PlacedDocument, 'silenced'>>();
  readonly #holders = new Holders();
  readonly #pool = new TextPool(this.#holders);
  readonly #components: Components;
  readonly #report: TwinReport;
  #passages = 0;
  #queue: Promise<unknown> = Promise.resolve();
  #isSettling = false;
  #revision = 0;
  #embedded = 0;
  /** Texts whose embedding an encoder with a cache had at hand. */
  #cached = 0;
  readonly #ms = { extract: 0, encode: 0, search: 0 };

  constructor(encoder: Encoder, scoring: Scoring) {
    this.#encoder = encoder;
    this.#scoring = scoring;
    const { calibration } = scoring;
    const graph = new TwinGraph(encoder.dimensions, scoring);
    this.#graph = graph;
    this.#components = new Components(this.#holders, graph, calibration);
    this.#report = new TwinReport((a, b) =>
      calibration.similarityAt(graph.energyBetween(a, b) ?? Number.POSITIVE_INFINITY),
    );
  }

  setDocument(document: DocumentInput): void {
    finish(this.setInPieces(document));
  }

  *setInPieces(document: DocumentInput): Generator<void> {
    const work = placeInPieces(document);
    for (;;) {
      const started = performance.now();
      const step = work.next();
      if (step.done) this.#place(document.uri, step.value);
      this.#ms.extract += performance.now() - started;
      if (step.done) return;
      yield;
    }
  }

  restoreDocument(uri: string, document: PlacedDocument): void {
    this.#place(uri, document);
  }

  documentAt(uri: string): PlacedDocument | undefined {
    const placed = this.#documents.get(uri);
    return placed && { placed, silenced: this.#silencedAlone(uri) };
  }

  *recall(twins: TwinSnapshot, judgements: JudgementSnapshot): Generator<void> {
    this.#graph.recall(yield* KeptTwins.read(twins));
    this.#report.recall(yield* KeptJudgements.read(judgements));
  }

  get revision(): number {
    return this.#isSettling ? Number.NaN : this.#revision;
  }

  async idle(): Promise<void> {
    await this.#queue;
  }

  snapshotJudgements(
    numberOf: (item: PlacedText) => number | undefined,
  ): Generator<void, JudgementSnapshot> {
    return this.#report.snapshot(numberOf);
  }

  get twinsReach(): number {
    return Math.min(this.#neededRadius(), this.#graph.radius);
  }

  snapshotTwins(): Generator<void, TwinSnapshot> {
    return this.#graph.snapshot(this.twinsReach);
  }

  removeDocument(uri: string): void {
    this.#replace(uri, []);
    this.#documents.delete(uri);
    this.#silenced.delete(uri);
  }

  has(uri: string): boolean {
    return this.#documents.has(uri);
  }

  settle(options: SettleOptions = {}): Promise<ReadonlySet<string>> {
    return this.#enqueue(() => this.#settle(options));
  }

  embedAhead(): Promise<void> {
    return this.#enqueue(async () => {
      if (!this.#graph.isRecalling) await this.#embedNew(undefined, {});
    });
  }

  prepare(): Promise<void> {
    return this.#enqueue(() => this.#embedBare({}));
  }

  findings(uri: string): readonly Finding[] {
    return this.#report.findings(uri);
  }

  get groupCount(): number {
    return this.#report.groupCount;
  }

  groups(): readonly TwinGroup[] {
    return this.#report.groups();
  }

  oneFactApart(uri: string, at: Position): OneFactApart | undefined {
    const from = this.#documents.get(uri)?.find(({ passage }) => touches(passage, at));
    if (!from || !this.#graph.isWhole) return undefined;
    const energies = this.#graph.energiesNear(from.normal);
    return findOneFactApart(from, this.#holders, energies, this.#scoring.calibration);
  }

  silenced(uri?: string): readonly Silence[] {
    if (uri === undefined) {
      return [...this.#documents.keys()].sort().flatMap((known) => this.silenced(known));
    }
    const alone = this.#silencedAlone(uri);
    const inGroups = this.#report.silenced(uri);
    return [...alone, ...inGroups].sort((x, y) => byPlace(x.passage, y.passage));
  }

  async nearMiss(uri: string, at: Position): Promise<NearMiss | undefined> {
    const from = this.#documents.get(uri)?.find(({ passage }) => touches(passage, at));
    const embedding = from && this.#graph.embeddingOf(from.normal);
    if (!embedding || !this.#graph.isWhole) return undefined;
    const near = this.#graph.nearest(embedding, NEAR_TEXTS);
    const weighed = await this.#weigh(from.normal, near);
    return nearMissOf(from, this.#holders, weighed, this.#scoring.calibration);
  }

  async similar(text: string, top: number): Promise<readonly SimilarPassage[]> {
    if (!this.#graph.isWhole) await this.prepare();
    const [embedding] = await this.#encode([text]);
    if (!embedding || top < 1) return [];
    const own = normalise(text);
    const { calibration, thresholds } = this.#scoring;
    const near = this.#graph.nearest(embedding, Math.max(LEAST_WEIGHED, 2 * top));
    return (await this.#weigh(own, near))
      .flatMap(({ key, energy: weighed }) => {
        const energy = key === own ? 0 : weighed;
        const similarity = calibration.similarityAt(energy);
        const differsIn = factApart(own, key, similarity >= thresholds.balanced);
        const likeness = { energy, similarity, ...(differsIn !== undefined && { differsIn }) };
        return this.#holders.of(key).map(({ passage }) => ({ ...passage, ...likeness }));
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
    const embeddings = await this.#encode(texts);
    const known = new Map(
      texts.map((text, i) => [text, embedded(text, embeddings[i] as Float32Array)]),
    );
    const of = (text: string) => known.get(text) as EmbeddedText;
    return compareTexts(
      pairs.map(({ a, b }) => [of(a), of(b)]),
      this.#scoring,
      this.#encode,
    );
  }

  stats(): FinderStats {
    return {
      documents: this.#documents.size,
      passages: this.#passages,
      embedded: this.#embedded,
      cached: this.#pool.reused + this.#cached,
      ms: { ...this.#ms },
    };
  }

  /** Embeds texts that somebody waits for. */
  readonly #encode = (texts: readonly string[]): Promise<Float32Array[]> =>
    this.#encoder.encode(texts, { priority: 'foreground' });

  /** The energies of a text and those near it by distance, nearest first. */
  async #weigh(normal: string, near: readonly Neighbour[]): Promise<Neighbour[]> {
    const pairs = near.map(({ key, energy }) => ({ a: normal, b: key, distance: energy }));
    const energies = await weighPairs(pairs, this.#scoring.energy, this.#encode);
    return near.map(({ key }, i) => ({ key, energy: energies[i] as number })).sort(byEnergy);
  }

  /** Runs one thing after the other that takes its time. */
  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(async () => {
      this.#isSettling = true;
      try {
        return await work();
      } finally {
        this.#isSettling = false;
        this.#revision++;
      }
    });
    this.#queue = done.catch(() => undefined);
    return done;
  }

  #place(uri: string, document: PlacedDocument): void {
    this.#replace(uri, document.placed);
    this.#silenced.set(uri, document);
  }

  #silencedAlone(uri: string): readonly Silence[] {
    return this.#silenced.get(uri)?.silenced ?? [];
  }

  /** Passages that are as they were stay the same objects: what they are in need not be looked at again. */
  #replace(uri: string, placed: readonly PlacedText[]): void {
    this.#revision++;
    const before = this.#documents.get(uri) ?? [];
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
    const fresh = after.filter((item) => stays.has(item));
    // Held before the old ones are released: a text that stays is never without a passage.
    this.#enter(uri, fresh);
    for (const item of gone) {
      this.#holders.remove(item);
      this.#pool.release(item.normal);
      this.#components.mark(worldOf(item), item.normal);
    }
    this.#setPlaced(uri, after);
    this.#passages -= gone.length;
  }

  /** Takes in passages that a document has not had. */
  #enter(uri: string, placed: readonly PlacedText[]): void {
    for (const item of placed) {
      this.#pool.hold(item.normal);
      this.#holders.add(item);
      this.#components.mark(worldOf(item), item.normal);
    }
    this.#setPlaced(uri, placed);
    this.#passages += placed.length;
    this.#touched.add(uri);
  }

  async #settle(options: SettleOptions): Promise<ReadonlySet<string>> {
    const { signal, only } = options;
    signal?.throwIfAborted();
    await this.#sweep();
    const wanted = only && this.#textsOf(only);
    const radius = this.#neededRadius();
    const before = this.#graph.radius;
    await this.#insertKnown(wanted, radius);
    await this.#embedNew(wanted, options);
    const isOfUse = this.#graph.isConnected && radius <= this.#graph.radius;
    if (!isOfUse) await this.#embedBare(options);
    const started = performance.now();
    this.#graph.reach(radius);
    await this.#search(this.#graph.radius > before ? undefined : wanted, options);
    const settled = [...(only ?? this.#touched)];
    for (const uri of settled) this.#touched.delete(uri);
    const changed = new Set([...settled, ...this.#report.publish()]);
    this.#ms.search += performance.now() - started;
    return changed;
  }

  #textsOf(uris: readonly string[]): ReadonlySet<string> {
    const placed = uris.flatMap((uri) => this.#documents.get(uri) ?? []);
    return new Set(placed.map(({ normal }) => normal));
  }

  /** Takes texts that no passage holds any more out of the graph. Not to be aborted: they are told of but once. */
  async #sweep(): Promise<void> {
    const slice = new TimeSlice();
    for (const swept of this.#pool.sweep()) {
      const embedding = this.#graph.embeddingOf(swept);
      if (embedding) this.#pool.spare(swept, embedding);
      this.#graph.remove(swept);
      if (slice.isOver) await slice.pause();
    }
  }

  /** Takes up texts whose twins an earlier run found. */
  async #insertKnown(wanted: ReadonlySet<string> | undefined, radius: number): Promise<void> {
    const slice = new TimeSlice();
    for (const normal of this.#pool.fresh(wanted)) {
      if (!this.#graph.insertKnown(normal, radius)) continue;
      this.#pool.embedded(normal);
      this.#cached++;
      if (slice.isOver) await slice.pause();
    }
    this.#graph.checkKnown();
  }

  /** Gives the texts that came without it their embedding. */
  async #embedBare({ signal, priority = 'background' }: SettleOptions): Promise<void> {
    const started = performance.now();
    const { bare } = this.#graph;
    for (let start = 0; start < bare.length; start += CHUNK) {
      signal?.throwIfAborted();
      const chunk = bare.slice(start, start + CHUNK);
      const embeddings = await this.#encoder.encode(this.#spellingsOf(chunk), {
        ...(signal && { signal }),
        priority,
      });
      chunk.forEach((normal, i) => {
        this.#graph.flesh(normal, embeddings[i] as Float32Array);
      });
    }
    this.#ms.encode += performance.now() - started;
  }

  async #embedNew(wanted: ReadonlySet<string> | undefined, options: SettleOptions): Promise<void> {
    const { signal, priority = 'background', onProgress } = options;
    const started = performance.now();
    const fresh = [...this.#pool.fresh(wanted)];
    for (let start = 0; start < fresh.length; start += CHUNK) {
      signal?.throwIfAborted();
      await this.#embed(fresh.slice(start, start + CHUNK), {
        ...(signal && { signal }),
        priority,
        onProgress: (done) => onProgress?.(start + done, fresh.length),
      });
      onProgress?.(Math.min(start + CHUNK, fresh.length), fresh.length);
    }
    this.#ms.encode += performance.now() - started;
  }

  async #embed(chunk: readonly string[], options: EncodeOptions): Promise<void> {
    const known = new Map<string, Float32Array>();
    for (const normal of chunk) {
      const embedding = this.#pool.spareOf(normal);
      if (embedding) known.set(normal, embedding);
    }
    const missing = chunk.filter((normal) => !known.has(normal));
    let cached = 0;
    const embeddings = await this.#encoder.encode(this.#spellingsOf(missing), {
      ...options,
      onCached: (count) => {
        cached += count;
      },
    });
    this.#embedded += missing.length - cached;
    this.#cached += cached;
    missing.forEach((normal, i) => {
      known.set(normal, embeddings[i] as Float32Array);
    });
    for (const [normal, embedding] of known) {
      if (this.#pool.embedded(normal)) this.#graph.insert(normal, embedding);
      // Released while it was being embedded.
      else this.#pool.spare(normal, embedding);
    }
  }

  #spellingsOf(normals: readonly string[]): string[] {
    return normals.map((normal) => this.#holders.of(normal)[0]?.passage.text ?? normal);
  }

  /** Brings twins and their report up to date, in slices. Where it was left when aborted, the next goes on. */
  async #search(wanted: ReadonlySet<string> | undefined, options: SettleOptions): Promise<void> {
    const { signal, priority = 'background', more } = options;
    const slice = new TimeSlice();
    for (const stretches of this.#graph.connect(wanted)) {
      if (stretches.length > 0) {
        const abortable = { ...(signal && { signal }), priority };
        this.#graph.learn(stretches, await this.#encoder.encode(stretches, abortable));
      }
      if (slice.isOver) await slice.pause(signal);
    }
    for (const normal of this.#graph.takeChanged()) {
      for (const world of this.#holders.worldsOf(normal)) this.#components.mark(world, normal);
      // Not to be aborted: they are told of but once.
      if (slice.isOver) await slice.pause();
    }
    for (const { dissolved, made } of this.#components.regroup()) {
      this.#report.exchange(dissolved, made);
      if (slice.isOver) await slice.pause(signal);
    }
    await slice.run(this.#report.complete(more), signal);
  }

  #setPlaced(uri: string, placed: readonly PlacedText[]): void {
    this.#documents.set(uri, placed);
    this.#thresholds.set(uri, placed[0]?.policy.threshold);
    this.#report.resize(uri, new Set(placed.map(({ normal }) => normal)).size);
  }

  /** The largest energy that any document's threshold still reports. */
  #neededRadius(): number {
    return this.#scoring.calibration.energyAt(this.#thresholds.least);
  }
}
