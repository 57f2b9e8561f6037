import type { Position } from '../documents/lines';
import type { EncodePriority } from '../embeddings/encoder';
import type { TwinSnapshot } from './graph/keptTwins';
import type { JudgementSnapshot } from './groups/keptJudgements';
import type { PlacedDocument } from './placed/placeDocument';
import type { PlacedText } from './placed/placedText';
import type { Policy } from './placed/policy';
import type {
  Comparison,
  Finding,
  NearMiss,
  OneFactApart,
  Silence,
  SimilarPassage,
  TwinGroup,
} from './twin';

/** A document as a shell hands it over. */
export interface DocumentInput {
  readonly uri: string;
  /** Relative to its folder, forward slashes: some filters go by names of files and folders. By default the `uri`. */
  readonly path?: string;
  /** VS Code language id, see `passages/languages.ts`. */
  readonly languageId: string;
  readonly text: string;
  readonly policy: Policy;
}

/** Counts for progress and for the reports' `stats`. Times are milliseconds spent since construction. */
export interface FinderStats {
  readonly documents: number;
  readonly passages: number;
  /** Distinct texts embedded by the encoder. */
  readonly embedded: number;
  /** Texts whose embedding was already at hand. */
  readonly cached: number;
  readonly ms: { readonly extract: number; readonly encode: number; readonly search: number };
}

/** Two texts to compare. */
export interface TextPair {
  readonly a: string;
  readonly b: string;
}

export interface SettleOptions {
  readonly signal?: AbortSignal;
  /** Whether somebody waits for this; `background` by default. */
  readonly priority?: EncodePriority;
  /** Embeds and compares only what these documents need, by URI; a call without finishes what others do. */
  readonly only?: readonly string[];
  /**
   * More documents are on their way: groups of very many passages, which grow with each, are judged once a call comes
   * without, and are not reported until then.
   */
  readonly more?: boolean;
  /** `done` of `total` passages are embedded and searched. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Finds twins in a set of documents. Pure: no files, no connection; the shells feed it.
 *
 * `setDocument`/`removeDocument` are cheap and synchronous (they only extract); `settle` does the work and
 * may be called again at any time: calls are queued, and each finishes what was set before it.
 */
export interface TwinFinder {
  setDocument(document: DocumentInput): void;
  /** The same, yielding now and then, so that its caller may pause; the document is set once it is run to its end. */
  setInPieces(document: DocumentInput): Generator<void>;
  removeDocument(uri: string): void;
  has(uri: string): boolean;
  /**
   * Embeds and compares what changed since the last call.
   *
   * @returns the URIs whose findings may have changed (removed documents included).
   * @throws AbortError when aborted; what was not done is done by the next call.
   */
  settle(options?: SettleOptions): Promise<ReadonlySet<string>>;
  /**
   * Begins to embed what was set so far, while more is being set; does nothing where an earlier run's twins are
   * recalled, most of which need no embedding. The next `settle` waits for it.
   *
   * @throws what the encoder throws; `settle` will as well.
   */
  embedAhead(): Promise<void>;
  /** What to report in one document as of the last `settle`, in source order. Empty for unknown documents. */
  findings(uri: string): readonly Finding[];
  /** How many groups there are, as of the last `settle`. */
  readonly groupCount: number;
  /** All groups as of the last `settle`: similarity downwards, then first member's URI, then position. */
  groups(): readonly TwinGroup[];
  /**
   * The passage at a place and those that read like it but state another fact, which are no twins; undefined where
   * there are none. As of the last `settle`, computed on demand.
   */
  oneFactApart(uri: string, at: Position): OneFactApart | undefined;
  /** What is not reported in one document, or in all of them, and why, by place; as of the last `settle`. */
  silenced(uri?: string): readonly Silence[];
  /**
   * The text nearest to the passage at a place, where it is not near enough to be a twin but nearly so; undefined
   * where there is none. Computed on demand.
   */
  nearMiss(uri: string, at: Position): Promise<NearMiss | undefined>;
  similar(text: string, top: number): Promise<readonly SimilarPassage[]>;
  compare(a: string, b: string): Promise<Comparison>;
  /** Compares many pairs, embedding them in large batches; one answer per pair, in order. */
  compareAll(pairs: readonly TextPair[]): Promise<readonly Comparison[]>;
  stats(): FinderStats;
}

/** A finder that takes up what an earlier run found, and hands on what it found itself. */
export interface RestorableFinder extends TwinFinder {
  /**
   * Sets a document as it was placed before: by this very program, under the same settings. Its passages have the numbers
   * that they have in what `recall` was given.
   */
  restoreDocument(uri: string, document: PlacedDocument): void;
  /** A document as it was placed; undefined for one that is not here. */
  documentAt(uri: string): PlacedDocument | undefined;
  /** Hands over what an earlier run found with the same model, and judged. Yields often; nothing may be set meanwhile. */
  recall(twins: TwinSnapshot, judgements: JudgementSnapshot): Generator<void>;
  /**
   * Loads the embeddings of texts whose twins were handed over. Until then `oneFactApart` and `nearMiss` know nothing;
   * `similar`, and `settle` where a text is new, see to it themselves.
   */
  prepare(): Promise<void>;
  /** The radius of `snapshotTwins`. */
  readonly twinsReach: number;
  /** Resolves once no `settle` is under way. */
  idle(): Promise<void>;
  /** Another number whenever something was set or settled; NaN, which equals nothing, while a `settle` is under way. */
  readonly revision: number;
  /** The twins known so far, for a later run. Yields often; of no use once `revision` is another. */
  snapshotTwins(): Generator<void, TwinSnapshot>;
  /** The same of what was judged of groups of passages that have a number. */
  snapshotJudgements(
    numberOf: (item: PlacedText) => number | undefined,
  ): Generator<void, JudgementSnapshot>;
}
