import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '../..');
const bundles = ['extension.js', 'server.js', 'cli.js'].map((name) => join(root, 'dist', name));
const sources = ['client/src', 'server/src', 'scripts', 'models/encoder', 'package.json'];

/** Held while one test process builds; the others wait for it. */
const lock = join(root, '.cache', 'test-build.lock');
/** A lock this old, in ms, was left by a process that died. */
const staleLock = 300_000;

/** Builds `dist/` when it is missing or older than its sources; a failed build throws with its output. */
export async function ensureBuilt(): Promise<void> {
  if (isUpToDate()) return;
  await takeLock();
  try {
    if (isUpToDate()) return;
    execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'pipe' });
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function isUpToDate(): boolean {
  const newestSource = Math.max(...sources.map((path) => newest(join(root, path))));
  return Math.min(...bundles.map(newest)) > newestSource;
}

async function takeLock(): Promise<void> {
  mkdirSync(dirname(lock), { recursive: true });
  while (!mayTakeLock()) await setTimeout(100);
}

function mayTakeLock(): boolean {
  if (Date.now() - newest(lock) > staleLock) rmSync(lock, { recursive: true, force: true });
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

/** When a file, or anything in a folder, was last changed; 0 when it is missing. In ms since 1970. */
function newest(path: string): number {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (!facts?.isDirectory()) return facts?.mtimeMs ?? 0;
  return Math.max(facts.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
