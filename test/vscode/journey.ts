import type { Browser } from 'playwright-core';
import type { VsCodeWindow } from './pages/window';

/** What a journey needs of the VS Code server that `scripts/vscode/host.mjs` starts. */
export interface Host {
  /** The folder that VS Code writes its logs below. */
  readonly logs: string;
  /** A folder for workspaces; it is removed with the host. */
  readonly folder: string;
  /** The address of a window on a folder, or on a `.code-workspace` file. */
  url(workspace: string): string;
  /** Makes the server ready for a new window. */
  prepare(options: { readonly isRestricted?: boolean }): Promise<void>;
  /** Sets user settings over the usual ones; open windows follow. */
  configure(settings?: Readonly<Record<string, unknown>>): Promise<void>;
  /** The ids of the processes of the language server. */
  languageServers(): Promise<readonly number[]>;
  /** The path of a file of the installed extension. */
  installed(name: string): Promise<string>;
  uninstall(id: string): Promise<void>;
  /** The ids of the installed extensions. */
  extensions(): Promise<readonly string[]>;
}

/** What a journey is given: a window on a copy of the sample workspace, with the files of the journeys that share it. */
export interface Stage {
  readonly host: Host;
  readonly window: VsCodeWindow;
  /** For pages that are no VS Code. */
  readonly browser: Browser;
  /** The absolute path of the workspace. */
  readonly workspace: string;
  /** Takes pictures of the window as it is now, in all themes, when pictures are wanted. */
  look(name: string): Promise<void>;
  /** Where pictures of what is no window go, in a folder for each theme; absent when none are wanted. */
  readonly looks?: string;
  /** Opens the same workspace again, as after a reload of the window. */
  reload(): Promise<void>;
  /** Shows a line to whoever runs the journeys: what was measured. */
  tell(line: string): void;
}

/** One way through the product, as a user goes it. It fails by throwing. */
export interface Journey {
  readonly name: string;
  /** Files written into the workspace before the window opens, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /**
   * It goes in a window of its own, on a workspace with its files alone. All others share one, as a user goes many
   * ways in one window: no two may say the same in their files, and each leaves them so that the others find theirs.
   */
  readonly isAlone?: boolean;
  /** What is opened instead of the workspace's folder, if it is alone: a `.code-workspace` among the files. */
  readonly opens?: string;
  /** VS Code does not trust the workspace, if it is alone; elsewhere it does. */
  readonly isRestricted?: boolean;
  run(stage: Stage): Promise<void>;
}
