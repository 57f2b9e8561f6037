import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../vscode/browser';
import type { Outcome } from './check';
import { workspaceFiles } from './workspaceFiles';

/** How long all checks may take together, in ms; a window that never answers is broken. */
const limit = 900_000;

/** What the checks need of a VS Code server. All paths are absolute. */
interface Setting {
  /** The path of Chromium. */
  readonly chromium: string;
  /** The address of a window on a folder, of a server that takes tests. */
  url(workspace: string): string;
  /** The extension's folder. */
  readonly extension: string;
  /** The compiled `index.ts`. */
  readonly tests: string;
  /** Where the workspace is made. */
  readonly workspace: string;
  /** Shows a line to the user. */
  tell(line: string): void;
}

/** How the checks ended. */
interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Runs the checks in the extension host of a new window, as VS Code's own test runner for browsers does: the
 * window's address names extension and tests, and the page reports through functions that it finds.
 *
 * @throws Error when the extension host ends without having told of a check, or not in time.
 */
export async function checkInExtensionHost(setting: Setting): Promise<Counts> {
  for (const [path, text] of Object.entries(workspaceFiles)) {
    await mkdir(dirname(join(setting.workspace, path)), { recursive: true });
    await writeFile(join(setting.workspace, path), text);
  }
  const browser = await launchBrowser(setting.chromium);
  try {
    return await check(await browser.newPage(), setting);
  } finally {
    await browser.close();
  }
}

async function check(page: Page, setting: Setting): Promise<Counts> {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  const other: string[] = [];
  await page.exposeFunction('codeAutomationLog', (_: string, args: unknown[]) => {
    const line = format(...args);
    const outcome = outcomeFrom(line);
    if (!outcome) {
      other.push(line);
      return;
    }
    counts[outcome.failure === undefined ? 'passed' : 'failed']++;
    setting.tell(describe(outcome));
  });
  let end: (code: number) => void = () => undefined;
  const ended = new Promise<number>((resolve) => {
    end = resolve;
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => end(code));
  const address = `${setting.url(setting.workspace)}&payload=${payload(setting)}`;
  await page.goto(address, { timeout: limit });
  const code = await Promise.race([ended, setTimeout(limit, 'nothing', { ref: false })]);
  const isConsistent = code === (counts.failed > 0 ? 1 : 0);
  if (isConsistent && counts.passed + counts.failed > 0) return counts;
  const said = other.slice(-20).join('\n');
  throw new Error(
    `The extension host ended with ${code} after ${JSON.stringify(counts)}:\n${said}`,
  );
}

function payload({ url, workspace, extension, tests }: Setting): string {
  const { host } = new URL(url(workspace));
  const remote = (path: string) => `vscode-remote://${host}${path}`;
  const entries = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(tests)],
    ['skipWelcome', 'true'],
  ];
  return encodeURIComponent(JSON.stringify(entries));
}

function outcomeFrom(line: string): Outcome | undefined {
  const start = line.indexOf('{"check":');
  try {
    return start < 0 ? undefined : (JSON.parse(line.slice(start)) as Outcome);
  } catch {
    return undefined;
  }
}

function describe({ check, ms, failure }: Outcome): string {
  const seconds = (ms / 1000).toFixed(1);
  return failure === undefined
    ? `ok     ${seconds} s  ${check}`
    : `FAILED ${seconds} s  ${check}\n${failure}`;
}
