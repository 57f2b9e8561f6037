import { TimeSlice } from '../core/timeSlice';
import type { DocumentInput, SettleOptions } from '../core/twins/finder';
import type { Policy } from '../core/twins/placed/policy';
import type { FileStamp } from '../core/workspace';
import { policyFrom, type Settings } from '../settings';
import type { FinderHandle, Logger } from './host';
import { languageIdOf } from './languageIds';
import type { OpenDocuments } from './openDocuments';
import type { ResourceSettings, SettingsStore } from './settingsStore';
import type { WalkStamps } from './walkStamps';
import type { WorkspaceFiles } from './workspaceFiles';

/** How urgent an examination is. */
export interface Pace extends Pick<SettleOptions, 'priority' | 'only' | 'more'> {
  readonly signal: AbortSignal;
}

/** A document as it was read; an open one is looked up when it is fed. */
interface ReadSource {
  readonly key: string;
  readonly resource: ResourceSettings;
  readonly isOpen: boolean;
  readonly onDisk?: { readonly languageId: string; readonly text: string } | undefined;
  /** Of what is on disk, before it was read. */
  readonly stamp?: FileStamp | undefined;
  readonly error?: Error;
}

/** Feeds the finder: open documents as they stand in the editor, other files as they are on disk. */
export class DocumentFeed {
  readonly #handle: FinderHandle;
  readonly #documents: OpenDocuments;
  readonly #files: WorkspaceFiles;
  readonly #settings: SettingsStore;
  readonly #log: Logger;
  /** A document's path in its folder: some filters go by it. */
  readonly #pathOf: (key: string) => string;
  /** Versions of open documents, as fed. */
  readonly #fed = new Map<string, number>();
  /** Versions of open documents that the last settle covered. */
  readonly #settled = new Map<string, number>();
  /** Open documents passed over, and why. */
  readonly #skipped = new Map<string, string>();
  /** One for all documents of a folder: thousands would hold as many sets of the same. */
  readonly #policies = new WeakMap<Settings, Policy>();

  constructor(
    handle: FinderHandle,
    documents: OpenDocuments,
    files: WorkspaceFiles,
    settings: SettingsStore,
    log: Logger,
    pathOf: (key: string) => string,
  ) {
    this.#handle = handle;
    this.#documents = documents;
    this.#files = files;
    this.#settings = settings;
    this.#log = log;
    this.#pathOf = pathOf;
  }

  /** Open documents passed over, and why. */
  get skipped(): ReadonlyMap<string, string> {
    return this.#skipped;
  }

  /** Whether the findings of a document are about the text that it has in the editor now. */
  isCurrent(key: string): boolean {
    const version = this.#documents.get(key)?.version;
    return version === undefined || this.#settled.get(key) === version;
  }

  /**
   * Sets the documents whose files are as an earlier run knew them; the next examination covers them.
   *
   * @param stamps of a walk that has just ended.
   * @returns the others.
   * @throws AbortError when aborted.
   */
  async takeUp(
    keys: readonly string[],
    signal: AbortSignal,
    stamps: WalkStamps,
  ): Promise<string[]> {
    const slice = new TimeSlice();
    const others: string[] = [];
    for (const key of keys) {
      if (slice.isOver) await slice.pause(signal);
      if (!(await this.#restore(key, stamps))) others.push(key);
    }
    return others;
  }

  /**
   * Examines documents by their present state; one that is gone, disabled or excluded is removed.
   *
   * @returns the keys whose findings may have changed.
   * @throws AbortError when aborted, and an Error when the finder no longer works at all.
   */
  async examine(keys: readonly string[], pace: Pace): Promise<ReadonlySet<string>> {
    const { signal } = pace;
    const slice = new TimeSlice();
    for (const key of keys) {
      if (slice.isOver) await slice.pause(signal);
      if (await this.#restore(key)) continue;
      const source = await this.#read(key);
      if (slice.isOver) await slice.pause(signal);
      // Closed meanwhile: what is on disk was not read.
      const isGone = source.isOpen && !this.#documents.get(key);
      await this.#feed(isGone ? await this.#read(key) : source, signal, slice);
    }
    const changed = await this.#settle(keys, pace);
    for (const key of keys) {
      const version = this.#fed.get(key);
      if (version === undefined) this.#settled.delete(key);
      else this.#settled.set(key, version);
    }
    return changed;
  }

  /** Sets a document from what is kept. @returns false where it is open, disabled, or not as it was. */
  async #restore(key: string, stamps?: WalkStamps): Promise<boolean> {
    const { memory } = this.#handle;
    if (!memory?.knows(key)) return false;
    const { settings, excludes } = await this.#settings.of(key);
    const stamp = await this.#files.stampOf(key, stamps);
    const languageId = this.#files.languageOf(key);
    const isMeant = settings.enable && !excludes(key) && languageId !== undefined;
    // What is open is as it stands in the editor, a notebook as its cells do.
    const isOpen = this.#documents.get(key) !== undefined || this.#documents.isNotebook(key);
    if (!stamp || !isMeant || isOpen) return false;
    const policy = this.#policyOf(settings);
    return memory.restore({ uri: key, path: this.#pathOf(key), languageId, policy }, stamp);
  }

  #policyOf(settings: Settings): Policy {
    const known = this.#policies.get(settings);
    const policy = known ?? policyFrom(settings, this.#handle.thresholds);
    this.#policies.set(settings, policy);
    return policy;
  }

  async #read(key: string): Promise<ReadSource> {
    const resource = await this.#settings.of(key);
    const isOpen = this.#documents.get(key) !== undefined;
    if (isOpen) return { key, resource, isOpen };
    try {
      const stamp = this.#handle.memory && (await this.#files.stampOf(key));
      return { key, resource, isOpen, stamp, onDisk: await this.#files.read(key) };
    } catch (error) {
      return { key, resource, isOpen, error: error as Error };
    }
  }

  /** Sets a document, or removes it; begins anew where it was edited, opened or closed in a pause. */
  async #feed(source: ReadSource, signal: AbortSignal, slice = new TimeSlice()): Promise<void> {
    const { key } = source;
    const { finder, memory } = this.#handle;
    const version = this.#documents.get(key)?.version;
    try {
      const work = this.#place(source);
      for (let step = work.next(); !step.done; step = work.next()) {
        if (!slice.isOver) continue;
        await slice.pause(signal);
        if (this.#documents.get(key)?.version === version) continue;
        await this.#feed(await this.#read(key), signal, slice);
        return;
      }
    } catch (error) {
      signal.throwIfAborted();
      this.#log.error(`Could not examine ${key}: ${(error as Error).message}`);
      memory?.forget(key);
      finder.removeDocument(key);
    }
  }

  /** What is known of a document in pieces: it is set once that is run to its end. */
  *#place(source: ReadSource): Generator<void> {
    const { key, stamp } = source;
    const { finder, memory } = this.#handle;
    const input = this.#input(source);
    const isOnDisk = !this.#fed.has(key);
    if (input && memory && isOnDisk) yield* memory.setInPieces(input, stamp);
    else {
      memory?.forget(key);
      if (input) yield* finder.setInPieces(input);
      else finder.removeDocument(key);
    }
  }

  #input({ key, resource, onDisk, error }: ReadSource): DocumentInput | undefined {
    const { settings, excludes } = resource;
    // Looked up after the last await: the document may have been edited or opened meanwhile.
    const open = this.#documents.get(key);
    this.#skipped.delete(key);
    this.#fed.delete(key);
    if (open) this.#fed.set(key, open.version);
    if (error && !open) throw error;
    const source = open ? { languageId: languageIdOf(open), text: open.getText() } : onDisk;
    if (!source || !settings.enable || excludes(this.#documents.fileOf(key))) return undefined;
    // Its cells are open, and newer.
    if (this.#documents.isNotebook(key)) return undefined;
    if (open && source.text.length > settings.maxFileSize) {
      const reason = `larger than ${settings.maxFileSize} bytes (textTwin.maxFileSize)`;
      this.#skipped.set(key, reason);
      this.#log.warn(`${key} is skipped: ${reason}`);
      return undefined;
    }
    const policy = this.#policyOf(settings);
    return { uri: key, path: this.#pathOf(key), ...source, policy };
  }

  /** Settles; when a document makes that fail, the others are settled without it. */
  async #settle(keys: readonly string[], pace: Pace): Promise<ReadonlySet<string>> {
    const { finder } = this.#handle;
    const { signal } = pace;
    try {
      return await finder.settle(pace);
    } catch (error) {
      signal.throwIfAborted();
      this.#log.error(`Examining ${keys.length} documents failed: ${(error as Error).message}`);
    }
    for (const key of keys) finder.removeDocument(key);
    const changed = new Set(await finder.settle(pace));
    for (const key of keys) {
      await this.#feed(await this.#read(key), signal);
      try {
        for (const uri of await finder.settle(pace)) changed.add(uri);
      } catch (error) {
        signal.throwIfAborted();
        this.#log.error(`${key} is left out: ${(error as Error).message}`);
        finder.removeDocument(key);
      }
    }
    return changed;
  }
}
