// `npm run vscode [-- PATH]`: the extension in a real VS Code in the browser, until Ctrl-C.
import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { startHost } from './host.mjs';
import { copySample } from './project.mjs';
import { Unavailable } from './unavailable.mjs';

/** How long a closed or reloaded page may be away before its extensions are ended, in seconds. */
const graceSeconds = 30;

const [given] = process.argv.slice(2);
try {
  await open(given);
} catch (error) {
  console.error(error instanceof Unavailable ? error.message : error);
  process.exitCode = 2;
}

async function open(target) {
  if (target && !statSync(target, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Unavailable(`${target} is not a folder. Name a folder, or none for the sample.`);
  }
  const host = await startHost({ tell: (line) => console.log(line), graceSeconds });
  const folder = target ? realpathSync(target) : await copySample(path.join(host.folder, 'sample'));
  console.log(`\n  ${host.url(folder)}\n`);
  console.log(target ? `Open: ${folder}` : 'Open: a copy of test/fixtures/sample.');
  console.log('Ctrl-C ends it.');
  await interrupted();
  await host.stop();
}

/** Resolves at Ctrl-C and its kin; the open handlers keep the process alive no longer than VS Code runs. */
function interrupted() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
  });
}
