import type { KeysOf } from '../embeddings/cache/cachedEncoder';
import type { DocumentInput, RestorableFinder } from '../twins/finder';
import type { PlacedText } from '../twins/placedText';
import { TimeSlice } from '../twins/timeSlice';
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
  /** Replaces what was kept; a reader sees all of it or what was there before. */
  write(identity: string, parts: readonly Uint8Array[]): Promise<void>;
}

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
  /** Counts changes of what was fed from disk. */
  #revision = 0;

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
        this.#finder.recallTwins(this.#snapshot.twins);
        this.#finder.recallJudgements(this.#snapshot.judgements);
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
    const { uri, text } = document;
    const content = this.#keysOf([text]).join('-');
    const shape = shapeOf(document);
    const kept = this.#snapshot?.documents.get(uri);
    this.#noteChange();
    if (kept?.content === content && kept.shape === shape && this.#take(document, kept, stamp)) {
      return;
    }
    this.#sources.set(uri, { stamp, content, shape });
    this.#finder.setDocument(document);
  }

  /** Takes note that a document is not, or no longer, what its file says. */
  forget(uri: string): void {
    if (this.#sources.delete(uri)) this.#noteChange();
  }

  /**
   * Keeps all that was fed from disk and is settled, unless that is what is kept already, or changes meanwhile: then the
   * next call does. Never throws.
   */
  async keep(): Promise<void> {
    if (this.#identity === '') return;
    const isGone = this.#snapshot !== undefined && this.#snapshot.documents.size > 0;
    this.#snapshot = undefined;
    const isSettled = this.#finder.twinsReach === this.#keptRadius;
    if (!this.#isChanged && !isGone && isSettled) return;
    const revision = this.#revision;
    const slice = new TimeSlice();
    const twins = this.#finder.snapshotTwins();
    await slice.pause();
    const documents = [...this.#sources].flatMap(([uri, source]) => {
      const document = this.#finder.documentAt(uri);
      return document ? [[uri, source, document] as const] : [];
    });
    const numbers = new Map<PlacedText, number>();
    for (const [, , { placed }] of documents) {
      for (const item of placed) numbers.set(item, numbers.size);
    }
    await slice.pause();
    if (this.#revision !== revision) return;
    const judgements = this.#finder.snapshotJudgements((item) => numbers.get(item));
    this.#isChanged = false;
    this.#keptRadius = twins.radius;
    const encoding = encodeSnapshot(this.#identity, documents, twins, judgements);
    const parts = await slice.run(encoding);
    await this.#store.write(this.#identity, parts);
  }

  #noteChange(): void {
    this.#isChanged = true;
    this.#revision++;
  }

  #take(document: UnreadDocument, kept: KeptDocument, stamp: FileStamp | undefined): boolean {
    const { uri, path = uri, policy } = document;
    const { content, shape, record, first } = kept;
    const strings = (this.#snapshot as Snapshot).strings;
    this.#snapshot?.documents.delete(uri);
    try {
      this.#finder.restoreDocument(
        uri,
        readDocument(record, strings, { uri, path, policy }),
        first,
      );
    } catch {
      return false;
    }
    this.#sources.set(uri, { stamp, content, shape });
    return true;
  }
}

/** All that a document's passages follow from beside its text. */
function shapeOf({ uri, path = uri, languageId, policy }: UnreadDocument): string {
  const { minWords, kinds, disabledFilters = [] } = policy;
  return JSON.stringify([
    path,
    languageId,
    minWords,
    [...kinds].sort(),
    [...disabledFilters].sort(),
  ]);
}

function isSame(one: FileStamp, other: FileStamp): boolean {
  return (
    one.size === other.size && one.modified === other.modified && one.changed === other.changed
  );
}
