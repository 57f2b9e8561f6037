import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './project.mjs';

/** Where the compiled tests and the pictures of failed ones lie. */
export const work = path.join(root, '.cache', 'vscode');

/** Compiles test/vscode, which is TypeScript, and loads it. */
export async function loadTests() {
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  const outfile = path.join(work, 'tests.mjs');
  await build({
    entryPoints: [path.join(root, 'test/vscode/main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}
