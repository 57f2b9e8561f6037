import type * as vscode from 'vscode';
import type { TextTwinApi } from '../../client/src/extension';

/** What a check is given: the extension as VS Code runs it, on the workspace of `workspaceFiles.ts`. */
export interface Stage {
  readonly extension: vscode.Extension<TextTwinApi>;
  readonly api: TextTwinApi;
  /** The only workspace folder. */
  readonly folder: vscode.Uri;
}

/** One promise of the extension to VS Code. It fails by throwing, and leaves the workspace as it was. */
export interface Check {
  readonly name: string;
  run(stage: Stage): Promise<void>;
}

/** How a check ended, as the extension host tells it: one JSON line on the console each. */
export interface Outcome {
  readonly check: string;
  readonly ms: number;
  /** Why it failed; absent when it passed. */
  readonly failure?: string;
}
