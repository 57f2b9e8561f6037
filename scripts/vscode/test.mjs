// `npm run test:vscode`: the journeys of test/vscode in a real VS Code. Skips, visibly, where there can be none.
import path from 'node:path';
import { ensureChromium } from './debian.mjs';
import { startHost } from './host.mjs';
import { loadTests, work } from './loadTests.mjs';
import { Unavailable } from './unavailable.mjs';

const tell = (line) => console.log(line);

const { journeys, runJourneys } = await loadTests();
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
