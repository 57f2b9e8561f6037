import type { Connection, Position, WorkspaceFolder } from 'vscode-languageserver';
import { TimeSlice } from '../core/timeSlice';
import { touches } from '../core/twins/placed/placedText';
import type { Finding, NearMiss, OneFactApart, Silence, TwinGroup } from '../core/twins/twin';
import type { Settings } from '../settings';
import type { ClientFeatures } from './clientFeatures';
import { DocumentFeed } from './documentFeed';
import { Folders } from './folders';
import type { FinderHandle, Logger, ServerHost } from './host';
import { OpenDocuments } from './openDocuments';
import { Scheduler } from './scheduler';
import { SettingsStore } from './settingsStore';
import { Tasks } from './tasks';
import type { WalkStamps } from './walkStamps';
import { WorkspaceFiles } from './workspaceFiles';

/** Events of files are gathered for this long, in ms, before folders are listed again. */
const walkPause = 200;

/** Files to examine from which what is found is kept at once; less is kept when the session ends. */
const worthKeeping = 100;

/** Whom a session tells. */
export interface SessionEvents {
  /** Findings of these documents may have changed. */
  findingsChanged(keys: Iterable<string>): void;
  /** Figures or state may have changed. */
  progressed(): void;
  /** The model cannot be used; told once. */
  failed(error: Error): void;
}

/** The state of the server between `initialize` and `shutdown`: documents, files, settings and the finder. */
export class Session {
  readonly folders: Folders;
  readonly documents = new OpenDocuments();
  readonly settings: SettingsStore;
  readonly files: WorkspaceFiles;
  readonly scheduler: Scheduler;
  readonly log: Logger;
  readonly #host: ServerHost;
  readonly #features: ClientFeatures;
  readonly #events: SessionEvents;
  readonly #tasks = new Tasks();
  /** Changes whose settings are being looked up. */
  readonly #arrivals = new Tasks();
  readonly #stopped = new AbortController();
  #model: Promise<FinderHandle | undefined> = Promise.resolve(undefined);
  #handle: FinderHandle | undefined;
  #feed: DocumentFeed | undefined;
  #failure: Error | undefined;
  #nextWalk: Promise<void> | undefined;
  /** Whether much is being examined that is not kept yet. */
  #isUnkept = false;
  /** Whether the whole workspace was examined, and kept. */
  #isKept = false;
  /** Whether it was to be kept, and changed too soon. */
  #isOwed = false;
  #keeping: Promise<void> = Promise.resolve();
  /** What `groups` answered, until groups or settings change. */
  #shownGroups: { found: readonly TwinGroup[]; groups: readonly TwinGroup[] } | undefined;

  constructor(
    connection: Connection,
    features: ClientFeatures,
    folders: readonly WorkspaceFolder[],
    host: ServerHost,
    log: Logger,
    events: SessionEvents,
  ) {
    this.log = log;
    this.#host = host;
    this.#features = features;
    this.#events = events;
    this.folders = new Folders(folders, (key) => this.documents.placeOfCell(key));
    const openText = (key: string) => this.documents.get(key)?.getText();
    this.settings = new SettingsStore(connection, features, this.folders, host, log, openText);
    this.files = new WorkspaceFiles(this.folders, this.settings, host, log);
    this.scheduler = new Scheduler({
      run: (batch, signal, urgent) => this.#examine(batch, signal, urgent),
      onProgress: () => {
        events.progressed();
        if ((this.#isUnkept || this.#isOwed) && this.scheduler.isIdle) this.#keep();
      },
    });
  }

  /** The loaded model, or why there is none; both `undefined` while it loads. */
  get model(): {
    readonly handle?: FinderHandle | undefined;
    readonly failure?: Error | undefined;
  } {
    return { handle: this.#handle, failure: this.#failure };
  }

  /** Whether folders are being listed or files examined in the background. */
  get isIndexing(): boolean {
    const { done, total } = this.scheduler.progress;
    return this.#tasks.count > 0 || done < total;
  }

  /** Files and open documents that were passed over, by key, and why. */
  get skipped(): ReadonlyMap<string, string> {
    return new Map([...this.files.skipped, ...(this.#feed?.skipped ?? [])]);
  }

  /** Loads the model and lists the folders' files; open documents need not wait for the latter. */
  start(): void {
    this.#model = this.#load();
    void this.#tasks.track(this.#walk());
  }

  /** The finder's handle once it is loaded; `undefined` when it could not be. Never rejects. */
  whenLoaded(): Promise<FinderHandle | undefined> {
    return this.#model;
  }

  /** Resolves once a document is examined as it stands (or will not be, by its `run` setting). */
  async settled(key: string): Promise<void> {
    await this.#model;
    await this.#arrivals.done();
    await this.scheduler.settled(key);
  }

  /** Resolves once nothing is left to do. */
  async idle(): Promise<void> {
    await this.#model;
    const { signal } = this.#stopped;
    const isBusy = () =>
      this.#tasks.count + this.#arrivals.count > 0 || !(this.scheduler.isIdle || signal.aborted);
    while (isBusy()) {
      await this.#tasks.done();
      await this.#arrivals.done();
      await this.scheduler.idle();
    }
  }

  /** Whether the findings of a document are about its present text. */
  isCurrent(key: string): boolean {
    return this.#feed?.isCurrent(key) ?? true;
  }

  /** What to report in a document, in source order. */
  findings(key: string): readonly Finding[] {
    const { ignoredGroups } = this.settings.latestOf(key);
    const findings = this.#handle?.finder.findings(key) ?? [];
    return findings.filter(({ groupId }) => !ignoredGroups.has(groupId));
  }

  /** The passage at a place with those that read like it but state another fact; nothing warns of them. */
  oneFactApart(key: string, at: Position): OneFactApart | undefined {
    return this.#handle?.finder.oneFactApart(key, at);
  }

  /** What is not reported of the passage at a place, and why, where a filter or its author silenced it. */
  silenceAt(key: string, at: Position): Silence | undefined {
    return this.#handle?.finder.silenced(key).find(({ passage }) => touches(passage, at));
  }

  /** The passage at a place and the one that is nearly alike enough to be reported. */
  async nearMiss(key: string, at: Position): Promise<NearMiss | undefined> {
    return this.#handle?.finder.nearMiss(key, at);
  }

  /** All groups but those that a folder of a member ignores. */
  groups(): readonly TwinGroup[] {
    const found = this.#handle?.finder.groups() ?? [];
    // Status is told again and again; the finder answers the same array until groups change.
    if (this.#shownGroups?.found !== found) {
      const isShown = ({ id, members }: TwinGroup) =>
        !this.settings.ignoresSomewhere(id) ||
        !members.some(({ uri }) => this.settings.latestOf(uri).ignoredGroups.has(id));
      this.#shownGroups = { found, groups: found.filter(isShown) };
    }
    return this.#shownGroups.groups;
  }

  /** How many groups `groups` has; asked for again and again. */
  get groupCount(): number {
    return this.settings.ignoresAny ? this.groups().length : (this.#handle?.finder.groupCount ?? 0);
  }

  /** Does something about a document if its `run` setting is one of `runs`. */
  whenRun(key: string, runs: readonly Settings['run'][], act: () => void): void {
    void this.#arrivals.track(
      this.settings.of(key).then(({ settings }) => {
        if (runs.includes(settings.run)) act();
      }),
    );
  }

  /** Lists folders again soon; many calls make one listing. */
  walkSoon(): void {
    this.#nextWalk ??= this.#tasks.track(
      new Promise<void>((resolve) => setTimeout(resolve, walkPause)).then(() => {
        this.#nextWalk = undefined;
        return this.#walk();
      }),
    );
  }

  /** Reads settings again and examines what they bear on. */
  reloadSettings(): void {
    void this.#tasks.track(
      this.settings.reload().then(async (change) => {
        this.#shownGroups = undefined;
        if (change === 'nothing') return;
        if (change === 'ignoredGroups') this.#events.findingsChanged(this.documents.keys);
        else await this.#walk(true);
        this.#events.progressed();
      }),
    );
  }

  /** Lists folders and examines every file again, whatever `run` says; cancelled by `signal`. */
  async scan(signal: AbortSignal): Promise<void> {
    const cancel = () => this.scheduler.cancelBackground();
    signal.addEventListener('abort', cancel);
    try {
      await this.#tasks.track(this.#walk(true, true));
      if (signal.aborted) cancel();
      await this.idle();
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  }

  /** Stops all work and frees the model; one that is still loading is freed as soon as it is there. */
  async dispose(): Promise<void> {
    this.#stopped.abort();
    this.scheduler.dispose();
    // Of a workspace that was not examined to its end the half would take the place of the whole.
    if (this.#isKept && !this.#isUnkept) this.#keep();
    await this.#keeping;
    await this.#handle?.dispose();
  }

  async #load(): Promise<FinderHandle | undefined> {
    try {
      this.#handle = await this.#host.createFinder(this.#features.cacheFolder, this.log);
    } catch (error) {
      this.#fail(error as Error);
      return undefined;
    }
    if (this.#stopped.signal.aborted) {
      await this.#handle.dispose();
      return undefined;
    }
    const { model, backend, memory } = this.#handle;
    await memory?.open(['server', ...[...this.folders.keys].sort()]);
    this.log.info(`Model ${model.id} (${model.sha256.slice(0, 12)}) runs on ${backend}.`);
    const { documents, files, settings, log } = this;
    const pathOf = (key: string) => this.folders.relativePath(key);
    this.#feed = new DocumentFeed(this.#handle, documents, files, settings, log, pathOf);
    this.#events.progressed();
    return this.#handle;
  }

  /** @param all examine every file rather than new ones; @param force even where `run` is `manual`. */
  async #walk(all = false, force = false): Promise<void> {
    try {
      const { added, removed, stamps } = await this.files.walk(this.#stopped.signal);
      const wanted: string[] = [];
      const slice = new TimeSlice();
      for (const key of all ? [...this.files.keys, ...this.documents.keys] : added) {
        if (slice.isOver) await slice.pause(this.#stopped.signal);
        const { settings } = await this.settings.of(key);
        // Disabled files are examined as well: that is what takes them out of the finder.
        if (force || settings.run !== 'manual' || !settings.enable) wanted.push(key);
      }
      const left = [...(await this.#takeUp(wanted, stamps)), ...removed];
      const isMuch = wanted.length + removed.length >= worthKeeping;
      this.#isUnkept ||= left.length > 0 && (isMuch || !this.#isKept);
      this.scheduler.scheduleInBackground(left);
    } catch (error) {
      if (this.#stopped.signal.aborted) return;
      this.log.error(`Could not list the workspace's files: ${(error as Error).message}`);
    } finally {
      this.#events.progressed();
    }
  }

  /** Takes up what an earlier run knows. @returns what is to be examined, which covers what was taken up. */
  async #takeUp(keys: readonly string[], stamps: WalkStamps): Promise<readonly string[]> {
    await this.#model;
    if (!this.#feed) return keys;
    const left = await this.#feed.takeUp(keys.slice(1), this.#stopped.signal, stamps);
    stamps.clear();
    return [...keys.slice(0, 1), ...left];
  }

  #keep(): void {
    this.#isUnkept = false;
    this.#isOwed = false;
    this.#isKept = true;
    this.#keeping = this.#keeping.then(async () => {
      const isKept = this.#failure ? undefined : await this.#handle?.memory?.keep();
      // Somebody worked meanwhile: once more when that is examined.
      if (isKept === false) this.#isOwed = true;
      else if (!this.#stopped.signal.aborted) this.#host.giveBackMemory?.('much');
    });
  }

  async #examine(batch: readonly string[], signal: AbortSignal, urgent: boolean): Promise<void> {
    await this.#model;
    if (!this.#feed || this.#failure) return;
    const { done, total } = this.scheduler.progress;
    const more = total - done > (urgent ? 0 : batch.length);
    // What the background left unfinished it finishes; what nobody else would is done here.
    const only = more ? { only: batch } : {};
    try {
      const pace = urgent
        ? { signal, more, priority: 'foreground' as const, ...only }
        : { signal, more };
      const changed = await this.#feed.examine(batch, pace);
      this.#events.findingsChanged(changed);
      this.#events.findingsChanged(batch.filter((key) => !changed.has(key)));
      if (!urgent) return;
      // Somebody works here: the next edit should not have to wait. What fails is told by the next batch.
      void this.#handle?.memory?.prepare().catch(() => undefined);
      this.#host.giveBackMemory?.('little');
    } catch (error) {
      if (!signal.aborted) this.#fail(error as Error);
    }
  }

  #fail(error: Error): void {
    if (this.#failure || this.#stopped.signal.aborted) return;
    this.#failure = error;
    this.#events.failed(error);
    this.#events.progressed();
  }
}
