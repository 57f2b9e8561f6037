import { readdirSync, statSync } from 'node:fs';
import { cp, mkdtemp, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';

/** The repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
/** The packed extension. */
export const vsix = path.join(root, 'dist', 'text-twin.vsix');

/** What the packed extension is made of. */
const sources = [
  'client',
  'server/src',
  'models/encoder',
  'scripts/build.mjs',
  'scripts/bundleOptions.mjs',
  'scripts/package.mjs',
  'scripts/packedReadme.mjs',
  'package.json',
  'README.md',
  '.vscodeignore',
];

/** Packs the extension, unless nothing it is made of changed since it was packed last. */
export async function ensureVsix(tell = () => {}) {
  const packed = await stat(vsix).catch(() => undefined);
  const newest = Math.max(...sources.map((name) => newestChange(path.join(root, name))));
  if (packed && packed.mtimeMs > newest) return vsix;
  tell('Packing the extension…');
  await run(process.execPath, [path.join(root, 'scripts/package.mjs')], { cwd: root });
  return vsix;
}

/** A fresh folder of its own for a VS Code; the caller removes it. */
export async function temporaryFolder() {
  return realpath(await mkdtemp(path.join(tmpdir(), 'text-twin-vscode-')));
}

/** Copies the sample workspace, so that the fixture stays as it is. */
export async function copySample(folder) {
  await cp(path.join(root, 'test/fixtures/sample'), folder, { recursive: true });
  return folder;
}

/** Removes a folder that a dying process may still be writing to. */
export async function removeFolder(folder) {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

function newestChange(file) {
  const facts = statSync(file, { throwIfNoEntry: false });
  if (!facts?.isDirectory()) return facts?.mtimeMs ?? 0;
  return Math.max(
    facts.mtimeMs,
    ...readdirSync(file).map((name) => newestChange(path.join(file, name))),
  );
}
