// `npm run test:vscode`: the journeys of test/vscode in a real VS Code. Skips, visibly, where there can be none.
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ensureChromium } from './debian.mjs';
import { startHost } from './host.mjs';
import { root } from './project.mjs';
import { Unavailable } from './unavailable.mjs';

const work = path.join(root, '.cache', 'vscode');
const tell = (line) => console.log(line);

const { journeys, runJourneys } = await loadJourneys();
// A regular expression chooses journeys by name.
const [filter = ''] = process.argv.slice(2);
const chosen = journeys.filter(({ name }) => new RegExp(filter).test(name));
const counts = await run();
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed > 0 ? 1 : 0;

async function run() {
  try {
    const chromium = await ensureChromium();
    const host = await startHost({ tell });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
      process.once(signal, () => process.exit(2));
    try {
      return await runJourneys(chosen, {
        host,
        chromium,
        pictures: path.join(work, 'failures'),
        tell,
      });
    } finally {
      await host.stop();
    }
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    for (const { name } of chosen) tell(`skipped: ${name}`);
    tell(`A real VS Code cannot be had here. ${error.message}`);
    return { passed: 0, failed: 0, skipped: chosen.length };
  }
}

async function loadJourneys() {
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  const outfile = path.join(work, 'journeys.mjs');
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
