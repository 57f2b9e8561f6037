import type { KeysOf } from '../embeddings/cache/cachedEncoder';
import { finish, TimeSlice } from '../timeSlice';
import type { DocumentInput, RestorableFinder } from '../twins/finder';
import type { PlacedDocument } from '../twins/placed/placeDocument';
import type { PlacedText } from '../twins/placed/placedText';
import type { Policy } from '../twins/placed/policy';
import type { FileStamp } from '../workspace';
import { readDocument } from './documentRecord';
import {
  type DocumentSource,
  decodeSnapshot,
  encodeSnapshot,
  type KeptDocument,
  type Snapshot,
} from './snapshotFormat';

/** Where snapshots are kept, by identity. Nothing in it fails: what cannot be read is missing. */
export interface SnapshotStore {
  read(identity: string): Promise<Uint8Array | undefined>;
  /** Replaces what was kept, part by part as they are made; a reader sees all of it or what was there before. */
  write(identity: string, parts: ByteParts): Promise<void>;
}

/** Bytes that follow each other. */
export type ByteParts = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** A document but for its text. */
export type UnreadDocument = Omit<DocumentInput, 'text'>;

/**
 * Feeds a finder with what an earlier run found in files that are as they were, and keeps what this one finds.
 *
 * What the finder reports is the same with and without it.
 */
export class WorkspaceMemory {
  readonly #finder: RestorableFinder;
  readonly #store: SnapshotStore;
  readonly #maker: string;
  readonly #keysOf: KeysOf;
  #identity = '';
  #snapshot: Snapshot | undefined;
  #keptRadius = -1;
  /** Documents as they were fed from disk. */
  readonly #sources = new Map<string, DocumentSource>();
  #isChanged = false;

  /** @param maker says which program and model make the snapshots: those of others are never met. */
  constructor(finder: RestorableFinder, store: SnapshotStore, maker: string, keysOf: KeysOf) {
    this.#finder = finder;
    this.#store = store;
    this.#maker = maker;
    this.#keysOf = keysOf;
  }

  /**
   * Takes up what is kept of a workspace.
   *
   * @param scope says which files are its own: folders, globs.
   * @returns whether anything is.
   */
  async open(scope: readonly string[]): Promise<boolean> {
    this.#identity = JSON.stringify([this.#maker, ...scope]);
    const bytes = await this.#store.read(this.#identity);
    if (!bytes) return false;
    try {
      this.#snapshot = await new TimeSlice().run(decodeSnapshot(bytes, this.#identity));
      if (this.#snapshot) {
        const { twins, judgements } = this.#snapshot;
        await new TimeSlice().run(this.#finder.recall(twins, judgements));
      }
      this.#keptRadius = this.#snapshot?.twins.radius ?? -1;
    } catch {
      this.#snapshot = undefined;
    }
    return this.#snapshot !== undefined;
  }

  /** Has the finder load what it could do without so far; see `RestorableFinder.prepare`. */
  prepare(): Promise<void> {
    return this.#finder.prepare();
  }

  /** Whether anything is kept of a document that has not been taken up. */
  knows(uri: string): boolean {
    return this.#snapshot?.documents.has(uri) === true;
  }

  /** Sets a document from what is kept. @returns false where its file is not as it was, or was not kept. */
  restore(document: UnreadDocument, stamp: FileStamp): boolean {
    const kept = this.#snapshot?.documents.get(document.uri);
    if (!kept?.stamp || !isSame(kept.stamp, stamp) || kept.shape !== shapeOf(document)) {
      return false;
    }
    return this.#take(document, kept, stamp);
  }

  /**
   * Sets a document as it was read.
   *
   * @param stamp of its file before it was read; undefined where it is not to be trusted.
   */
  set(document: DocumentInput, stamp: FileStamp | undefined): void {
    finish(this.setInPieces(document, stamp));
  }

  /** The same, yielding now and then, so that its caller may pause; the document is set once it is run to its end. */
  *setInPieces(document: DocumentInput, stamp: FileStamp | undefined): Generator<void> {
    const { uri, text } = document;
    const content = this.#keysOf([text]).join('-');
    const shape = shapeOf(document);
    const kept = this.#snapshot?.documents.get(uri);
    this.#isChanged = true;
    if (kept?.content === content && kept.shape === shape && this.#take(document, kept, stamp)) {
      return;
    }
    yield* this.#finder.setInPieces(document);
    this.#sources.set(uri, { stamp, content, shape });
  }

  /** Takes note that a document is not, or no longer, what its file says. */
  forget(uri: string): void {
    if (this.#sources.delete(uri)) this.#isChanged = true;
  }

  /**
   * Keeps all that was fed from disk and is settled, unless that is what is kept already. Never throws.
   *
   * @returns false where something changed meanwhile: then nothing was kept.
   */
  async keep(): Promise<boolean> {
    if (this.#identity === '') return true;
    await this.#finder.idle();
    const isGone = this.#snapshot !== undefined && this.#snapshot.documents.size > 0;
    this.#snapshot = undefined;
    const isSettled = this.#finder.twinsReach === this.#keptRadius;
    if (!this.#isChanged && !isGone && isSettled) return true;
    const slice = new TimeSlice();
    const held = await this.#whileUnchanged(this.#gather(), slice);
    if (!held) {
      this.#isChanged = true;
      return false;
    }
    const { documents, twins, judgements } = held;
    this.#isChanged = false;
    this.#keptRadius = twins.radius;
    const encoding = encodeSnapshot(this.#identity, documents, twins, judgements);
    await this.#store.write(this.#identity, slice.pieces(encoding));
    return true;
  }

  /** Does work in slices; undefined, and no more of it is done, once the finder holds something else. */
  async #whileUnchanged<T>(work: Generator<void, T>, slice: TimeSlice): Promise<T | undefined> {
    const { revision } = this.#finder;
    for (let step = work.next(); ; step = work.next()) {
      if (step.done) return step.value;
      if (slice.isOver) await slice.pause();
      if (this.#finder.revision !== revision) return undefined;
    }
  }

  /** All that goes into a snapshot. Yields often. */
  *#gather() {
    const documents: (readonly [string, DocumentSource, PlacedDocument])[] = [];
    const numbers = new Map<PlacedText, number>();
    for (const [uri, source] of this.#sources) {
      const document = this.#finder.documentAt(uri);
      if (!document) continue;
      documents.push([uri, source, document]);
      for (const item of document.placed) numbers.set(item, numbers.size);
      yield;
    }
    const twins = yield* this.#finder.snapshotTwins();
    const judgements = yield* this.#finder.snapshotJudgements((item) => numbers.get(item));
    return { documents, twins, judgements };
  }

  #take(document: UnreadDocument, kept: KeptDocument, stamp: FileStamp | undefined): boolean {
    const { uri, path = uri, policy } = document;
    const { content, shape, record, first } = kept;
    const strings = (this.#snapshot as Snapshot).strings;
    this.#snapshot?.documents.delete(uri);
    try {
      const placed = readDocument(record, strings, { uri, path, policy }, first);
      this.#finder.restoreDocument(uri, placed);
    } catch {
      return false;
    }
    this.#sources.set(uri, { stamp, content, shape });
    return true;
  }
}

/** All that a document's passages follow from beside its text. */
function shapeOf({ uri, path = uri, languageId, policy }: UnreadDocument): string {
  return JSON.stringify([path, languageId, rulesOf(policy)]);
}

const rules = new WeakMap<Policy, string>();

/** What of a policy bears on passages: the same for thousands of documents. */
function rulesOf(policy: Policy): string {
  const known = rules.get(policy);
  if (known !== undefined) return known;
  const { minWords, kinds, disabledFilters = [] } = policy;
  const text = JSON.stringify([minWords, [...kinds].sort(), [...disabledFilters].sort()]);
  rules.set(policy, text);
  return text;
}

function isSame(one: FileStamp, other: FileStamp): boolean {
  return (
    one.size === other.size && one.modified === other.modified && one.changed === other.changed
  );
}
