import type { Connection } from 'vscode-languageserver';
import { defaultSettings, type Settings, settingsFrom } from '../settings';
import { workspaceFileName, workspaceSettingsFrom } from '../workspaceSettings';
import type { ClientFeatures } from './clientFeatures';
import type { Folders } from './folders';
import type { Logger, ServerHost } from './host';
import { childOf } from './uris';

/** The settings in force in one workspace folder, or outside all folders. */
export interface ResourceSettings {
  readonly settings: Settings;
  /** Fingerprints of groups that are not reported here. */
  readonly ignoredGroups: ReadonlySet<string>;
  /** Whether `settings.exclude` covers a document. */
  readonly excludes: (key: string) => boolean;
}

/** What changed when the settings were read again. */
export type SettingsChange = 'nothing' | 'ignoredGroups' | 'settings';

/** How long, in ms, a client may take to answer `workspace/configuration` before defaults are used. */
const answerTime = 3000;
/** Settings of documents outside all folders are kept under this key. */
const noFolder = '';

/**
 * The settings of each resource. All resources of a workspace folder share them, because VS Code's `resource`
 * scope is that fine. A folder's `.texttwin.json` has the last word, so that editors and the command line agree.
 */
export class SettingsStore {
  readonly #connection: Connection;
  readonly #features: ClientFeatures;
  readonly #folders: Folders;
  readonly #host: ServerHost;
  readonly #log: Logger;
  /** The text of an open `.texttwin.json`, which counts before what is on disk. */
  readonly #openText: (key: string) => string | undefined;
  readonly #reading = new Map<string, Promise<ResourceSettings>>();
  readonly #latest = new Map<string, ResourceSettings>();
  #pushed: unknown;

  constructor(
    connection: Connection,
    features: ClientFeatures,
    folders: Folders,
    host: ServerHost,
    log: Logger,
    openText: (key: string) => string | undefined,
  ) {
    this.#connection = connection;
    this.#features = features;
    this.#folders = folders;
    this.#host = host;
    this.#log = log;
    this.#openText = openText;
    this.#pushed = features.initialSettings;
  }

  /** The settings of a document. Never rejects. */
  of(key: string): Promise<ResourceSettings> {
    return this.ofFolder(this.#folders.folderOf(key) ?? noFolder);
  }

  /** The settings of a folder, by its key. Never rejects. */
  ofFolder(folder: string): Promise<ResourceSettings> {
    let reading = this.#reading.get(folder);
    if (!reading) {
      reading = this.#read(folder);
      this.#reading.set(folder, reading);
    }
    return reading;
  }

  /** The settings of a document as last read; defaults when they never were. */
  latestOf(key: string): ResourceSettings {
    return this.#latest.get(this.#folders.folderOf(key) ?? noFolder) ?? unread;
  }

  /** Whether some folder's settings, as last read, ignore any group. */
  get ignoresAny(): boolean {
    return [...this.#latest.values()].some(({ ignoredGroups }) => ignoredGroups.size > 0);
  }

  /** Whether some folder's settings, as last read, ignore a group. */
  ignoresSomewhere(groupId: string): boolean {
    for (const { ignoredGroups } of this.#latest.values()) {
      if (ignoredGroups.has(groupId)) return true;
    }
    return false;
  }

  /** Takes what a client pushes with `workspace/didChangeConfiguration`. */
  push(settings: unknown): void {
    const section = (settings as { textTwin?: unknown } | null | undefined)?.textTwin;
    if (section !== undefined) this.#pushed = section;
  }

  /** Reads everything again and says what changed, over all folders. */
  async reload(): Promise<SettingsChange> {
    const before = new Map(this.#latest);
    this.#reading.clear();
    const folders = new Set([...before.keys(), ...this.#folders.keys]);
    const changes = await Promise.all(
      [...folders].map(async (folder) => compare(before.get(folder), await this.ofFolder(folder))),
    );
    if (changes.includes('settings')) return 'settings';
    return changes.includes('ignoredGroups') ? 'ignoredGroups' : 'nothing';
  }

  /** The text of a folder's `.texttwin.json`, if there is one. */
  async workspaceFileText(folder: string): Promise<string | undefined> {
    const file = childOf(folder, workspaceFileName);
    return this.#openText(file) ?? (await this.#host.readText(file));
  }

  /** Whether a folder's `.texttwin.json` is open and says something else than on disk. */
  async isUnsaved(folder: string): Promise<boolean> {
    const file = childOf(folder, workspaceFileName);
    const open = this.#openText(file);
    return open !== undefined && open !== (await this.#host.readText(file));
  }

  async #read(folder: string): Promise<ResourceSettings> {
    const fromClient = settingsFrom(await this.#ask(folder));
    this.#warn(`${folder || 'client'}: setting`, fromClient.problems);
    const text = folder === noFolder ? undefined : await this.workspaceFileText(folder);
    const fromFile = workspaceSettingsFrom(text, fromClient.settings);
    if (folder !== noFolder) this.#warn(childOf(folder, workspaceFileName), fromFile.problems);
    const { settings, ignoredGroups } = fromFile;
    const excludes = this.#host.createExcluder(folder, settings.exclude);
    const resource = { settings, ignoredGroups, excludes };
    this.#latest.set(folder, resource);
    return resource;
  }

  async #ask(folder: string): Promise<unknown> {
    if (!this.#features.configuration) return this.#pushed;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${answerTime} ms`)), answerTime);
    });
    const item = { section: 'textTwin', ...(folder === noFolder ? {} : { scopeUri: folder }) };
    try {
      const answer = this.#connection.workspace.getConfiguration(item);
      // `null`: the client can be asked, but has nothing set; what it said at the start still holds.
      return (await Promise.race([answer, tooLate])) ?? this.#pushed;
    } catch (error) {
      this.#log.warn(`Could not read settings from the client: ${(error as Error).message}`);
      return this.#pushed;
    } finally {
      clearTimeout(timer);
    }
  }

  #warn(source: string, problems: readonly string[]): void {
    for (const problem of problems) this.#log.warn(`${source}: ${problem}`);
  }
}

const unread: ResourceSettings = {
  settings: defaultSettings,
  ignoredGroups: new Set(),
  excludes: () => false,
};

function compare(before: ResourceSettings | undefined, after: ResourceSettings): SettingsChange {
  if (JSON.stringify(before?.settings) !== JSON.stringify(after.settings)) return 'settings';
  const same = JSON.stringify([...(before?.ignoredGroups ?? [])].sort());
  return same === JSON.stringify([...after.ignoredGroups].sort()) ? 'nothing' : 'ignoredGroups';
}
