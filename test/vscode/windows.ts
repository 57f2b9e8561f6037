import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchBrowser, openContext } from './browser';
import type { Host, Journey, Stage } from './journey';
import { lookInAllThemes } from './looks';
import { VsCodeWindow } from './pages/window';
import { makeWorkspace } from './workspace';

/** What all journeys share. */
export interface Setting {
  readonly host: Host;
  /** The path of Chromium. */
  readonly chromium: string;
  /** Where a failed journey leaves a picture of its window. */
  readonly pictures: string;
  /** Where journeys leave pictures of what they see; they take none without it. */
  readonly looks?: string;
  /** How often a journey may go; it is reported when that is more than once. */
  readonly goes?: 1 | 2;
  /** Shows a line to the user. */
  tell(line: string): void;
}

/** The windows that journeys go in: one at a time, kept for the next journey where both share it. */
export class Windows {
  readonly #setting: Setting;
  /** The files of all journeys that share a window. */
  readonly #files: Readonly<Record<string, string>>;
  #browser: Browser | undefined;
  #context: BrowserContext | undefined;
  #stage: Stage | undefined;
  #isShared = false;

  constructor(journeys: readonly Journey[], setting: Setting) {
    this.#setting = setting;
    const sharing = journeys.filter(({ isAlone }) => !isAlone);
    this.#files = Object.assign({}, ...sharing.map(({ files }) => files));
  }

  /** The stage of a journey: the window that is open if it shares that, or a new one. */
  async stageFor(journey: Journey): Promise<Stage> {
    const { isAlone = false } = journey;
    if (this.#stage && this.#isShared && !isAlone) {
      await this.#stage.window.tidy();
      return this.#stage;
    }
    await this.#closeContext();
    await this.#setting.host.prepare({ isRestricted: journey.isRestricted ?? false });
    this.#isShared = !isAlone;
    return this.#open(journey, isAlone ? (journey.files ?? {}) : this.#files);
  }

  /** Closes the window, for what went wrong in it not to go on, and the browser. Whether a picture was taken. */
  async discard(picture: string): Promise<boolean> {
    const { window } = this.#stage ?? {};
    if (window) {
      await mkdir(dirname(picture), { recursive: true });
      await window.picture(picture);
    }
    await this.close();
    return window !== undefined;
  }

  async close(): Promise<void> {
    await this.#closeContext();
    await this.#browser?.close();
    this.#browser = undefined;
  }

  async #open(
    { opens, isRestricted = false }: Journey,
    files: Readonly<Record<string, string>>,
  ): Promise<Stage> {
    const { host, chromium, looks, tell } = this.#setting;
    const workspace = await makeWorkspace(host.folder, files);
    const target = opens ? join(workspace, opens) : workspace;
    this.#browser ??= await launchBrowser(chromium);
    const browser = this.#browser;
    this.#context = await openContext(browser);
    const window = new VsCodeWindow(await this.#context.newPage());
    this.#stage = {
      host,
      window,
      browser,
      workspace,
      ...(looks && { looks }),
      look: async (name) => {
        if (looks) await lookInAllThemes(window, target, looks, name);
      },
      reload: async () => {
        await window.leave();
        await host.prepare({ isRestricted });
        await window.open(host.url(target));
      },
      tell: (line) => tell(`        ${line}`),
    };
    await window.open(host.url(target));
    return this.#stage;
  }

  async #closeContext(): Promise<void> {
    this.#stage = undefined;
    await this.#context?.close();
    this.#context = undefined;
  }
}
