import type { VsCodeWindow } from './pages/window';

/** What a journey needs of the VS Code server that `scripts/vscode/host.mjs` starts. */
export interface Host {
  /** The folder that VS Code writes its logs below. */
  readonly logs: string;
  /** A folder for workspaces; it is removed with the host. */
  readonly folder: string;
  /** The address of a window on a folder. */
  url(workspace: string): string;
  uninstall(id: string): Promise<void>;
  /** The ids of the installed extensions. */
  extensions(): Promise<readonly string[]>;
}

/** What a journey is given: a window on a copy of the sample workspace, which no other journey sees. */
export interface Stage {
  readonly host: Host;
  readonly window: VsCodeWindow;
  /** The absolute path of the workspace. */
  readonly workspace: string;
}

/** One way through the product, as a user goes it. It fails by throwing. */
export interface Journey {
  readonly name: string;
  /** Files written into the workspace before the window opens, by path. */
  readonly files?: Readonly<Record<string, string>>;
  run(stage: Stage): Promise<void>;
}
