import type { Position } from '../documents/lines';
import type { Encoder } from '../embeddings/encoder';
import type { Scoring } from '../energies/scoring';
import { finish, TimeSlice } from '../timeSlice';
import type {
  DocumentInput,
  FinderStats,
  RestorableFinder,
  SettleOptions,
  TextPair,
} from './finder';
import { KeptTwins, type TwinSnapshot } from './graph/keptTwins';
import { TwinGraph } from './graph/twinGraph';
import { Components } from './groups/components';
import { type JudgementSnapshot, KeptJudgements } from './groups/keptJudgements';
import { TwinReport } from './groups/report';
import { Lookup } from './lookups/lookup';
import { Holders } from './placed/holders';
import { type PlacedDocument, placeInPieces } from './placed/placeDocument';
import { PlacedDocuments } from './placed/placedDocuments';
import { byPlace, type PlacedText } from './placed/placedText';
import { TextPool } from './placed/textPool';
import { TextEmbedder } from './textEmbedder';
import type {
  Comparison,
  Finding,
  NearMiss,
  OneFactApart,
  Silence,
  SimilarPassage,
  TwinGroup,
} from './twin';

export function createTwinFinder(encoder: Encoder, scoring: Scoring): RestorableFinder {
  return new Finder(encoder, scoring);
}

class Finder implements RestorableFinder {
  readonly #encoder: Encoder;
  readonly #scoring: Scoring;
  readonly #holders = new Holders();
  readonly #pool = new TextPool(this.#holders);
  readonly #graph: TwinGraph;
  readonly #components: Components;
  readonly #report: TwinReport;
  readonly #documents: PlacedDocuments;
  readonly #embedder: TextEmbedder;
  readonly #lookup: Lookup;
  #queue: Promise<unknown> = Promise.resolve();
  #isSettling = false;
  #revision = 0;
  /** Texts whose twins an earlier run found. */
  #recalled = 0;
  readonly #ms = { extract: 0, search: 0 };

  constructor(encoder: Encoder, scoring: Scoring) {
    this.#encoder = encoder;
    this.#scoring = scoring;
    const { calibration } = scoring;
    const holders = this.#holders;
    const pool = this.#pool;
    const graph = new TwinGraph(encoder.dimensions, scoring);
    const components = new Components(holders, graph, calibration);
    const report = new TwinReport((a, b) =>
      calibration.similarityAt(graph.energyBetween(a, b) ?? Number.POSITIVE_INFINITY),
    );
    this.#graph = graph;
    this.#components = components;
    this.#report = report;
    this.#documents = new PlacedDocuments({ holders, pool, components, report });
    this.#embedder = new TextEmbedder(encoder, pool, holders, graph);
    this.#lookup = new Lookup(encoder, scoring, holders, graph);
  }

  setDocument(document: DocumentInput): void {
    finish(this.setInPieces(document));
  }

  *setInPieces(document: DocumentInput): Generator<void> {
    const work = placeInPieces(document);
    for (;;) {
      const started = performance.now();
      const step = work.next();
      if (step.done) this.restoreDocument(document.uri, step.value);
      this.#ms.extract += performance.now() - started;
      if (step.done) return;
      yield;
    }
  }

  restoreDocument(uri: string, document: PlacedDocument): void {
    this.#revision++;
    this.#documents.set(uri, document);
  }

  documentAt(uri: string): PlacedDocument | undefined {
    return this.#documents.at(uri);
  }

  removeDocument(uri: string): void {
    this.#revision++;
    this.#documents.remove(uri);
  }

  has(uri: string): boolean {
    return this.#documents.has(uri);
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

  settle(options: SettleOptions = {}): Promise<ReadonlySet<string>> {
    return this.#enqueue(() => this.#settle(options));
  }

  embedAhead(): Promise<void> {
    return this.#enqueue(async () => {
      if (!this.#graph.isRecalling) await this.#embedder.embedNew(undefined, {});
    });
  }

  prepare(): Promise<void> {
    return this.#enqueue(() => this.#embedder.embedBare({}));
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

  silenced(uri?: string): readonly Silence[] {
    if (uri === undefined) return this.#documents.uris.flatMap((known) => this.silenced(known));
    const alone = this.#documents.silenced(uri);
    const inGroups = this.#report.silenced(uri);
    return [...alone, ...inGroups].sort((x, y) => byPlace(x.passage, y.passage));
  }

  oneFactApart(uri: string, at: Position): OneFactApart | undefined {
    const from = this.#documents.passageAt(uri, at);
    return from && this.#graph.isWhole ? this.#lookup.oneFactApart(from) : undefined;
  }

  async nearMiss(uri: string, at: Position): Promise<NearMiss | undefined> {
    const from = this.#documents.passageAt(uri, at);
    return from && this.#graph.isWhole ? this.#lookup.nearMiss(from) : undefined;
  }

  async similar(text: string, top: number): Promise<readonly SimilarPassage[]> {
    if (!this.#graph.isWhole) await this.prepare();
    return this.#lookup.similar(text, top);
  }

  async compare(a: string, b: string): Promise<Comparison> {
    const [comparison] = await this.compareAll([{ a, b }]);
    return comparison as Comparison;
  }

  compareAll(pairs: readonly TextPair[]): Promise<readonly Comparison[]> {
    return this.#lookup.compareAll(pairs);
  }

  stats(): FinderStats {
    const { embedded, cached, ms } = this.#embedder.stats;
    return {
      documents: this.#documents.size,
      passages: this.#documents.passages,
      embedded,
      cached: this.#pool.reused + this.#recalled + cached,
      ms: { ...this.#ms, encode: ms },
    };
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

  async #settle(options: SettleOptions): Promise<ReadonlySet<string>> {
    const { signal, only } = options;
    signal?.throwIfAborted();
    await this.#sweep();
    const wanted = only && this.#documents.textsOf(only);
    const radius = this.#neededRadius();
    const before = this.#graph.radius;
    await this.#insertKnown(wanted, radius);
    await this.#embedder.embedNew(wanted, options);
    const isOfUse = this.#graph.isConnected && radius <= this.#graph.radius;
    if (!isOfUse) await this.#embedder.embedBare(options);
    const started = performance.now();
    this.#graph.reach(radius);
    await this.#search(this.#graph.radius > before ? undefined : wanted, options);
    const changed = this.#report.publish();
    for (const uri of this.#documents.takeTouched(only)) changed.add(uri);
    this.#ms.search += performance.now() - started;
    return changed;
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
      this.#recalled++;
      if (slice.isOver) await slice.pause();
    }
    this.#graph.checkKnown();
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

  /** The largest energy that any document's threshold still reports. */
  #neededRadius(): number {
    return this.#scoring.calibration.energyAt(this.#documents.leastThreshold);
  }
}
