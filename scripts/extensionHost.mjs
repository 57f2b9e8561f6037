// `npm run test:extension-host [-- --host EDITION]`: the checks of test/extensionHost in VS Code's extension host.
// scripts/vscode/test.mjs runs them as well, after the journeys.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ensureChromium } from './vscode/debian.mjs';
import { chooseEditions } from './vscode/editions.mjs';
import { startHost } from './vscode/host.mjs';
import { root } from './vscode/project.mjs';
import { Unavailable } from './vscode/unavailable.mjs';

/** Where the compiled checks lie. */
const work = path.join(root, '.cache', 'extension-host');

/**
 * Runs the checks in a VS Code of its own with the packed extension, or says why they are skipped.
 *
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function testExtensionHost(edition, tell) {
  tell(`Checks in the extension host of VS Code ${edition}`);
  try {
    return await check(edition, tell);
  } catch (error) {
    if (error instanceof Unavailable) {
      tell(`skipped: the checks in the extension host of VS Code ${edition}. ${error.message}`);
      return { passed: 0, failed: 0, skipped: 1 };
    }
    // The journeys in another VS Code are still to come.
    tell(`FAILED the checks in the extension host of VS Code ${edition}\n${error.stack ?? error}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

async function check(edition, tell) {
  const tests = await compile('index.ts', { format: 'cjs', external: ['vscode'] });
  const runner = await compile('run.ts', { format: 'esm', packages: 'external' });
  const { checkInExtensionHost } = await import(pathToFileURL(runner).href);
  const chromium = await ensureChromium();
  const host = await startHost({ edition, tell, takesTests: true });
  try {
    const installed = path.join(host.folder, 'extensions');
    const [name] = (await readdir(installed)).filter((entry) => entry.startsWith('text-twin.'));
    return await checkInExtensionHost({
      chromium,
      url: (workspace) => host.url(workspace),
      extension: path.join(installed, name),
      tests,
      workspace: path.join(host.folder, 'checked'),
      tell,
    });
  } finally {
    await host.stop();
  }
}

async function compile(entry, options) {
  const outfile = path.join(
    work,
    entry.replace(/\.ts$/, options.format === 'esm' ? '.mjs' : '.cjs'),
  );
  await build({
    entryPoints: [path.join(root, 'test/extensionHost', entry)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
    ...options,
  });
  return outfile;
}

async function main(args) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const edition of chooseEditions(args).chosen) {
    const counts = await testExtensionHost(edition, (line) => console.log(line));
    for (const sort of Object.keys(total)) total[sort] += counts[sort];
  }
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

if (process.argv[1] === import.meta.filename) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(2));
  await main(process.argv.slice(2));
}
