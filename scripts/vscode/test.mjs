// `npm run test:vscode [-- --host 1.139|1.100] [-- NAME]`: the journeys of test/vscode in real VS Codes. Skips,
// visibly, where there can be none.
import path from 'node:path';
import { testExtensionHost } from '../extensionHost.mjs';
import { ensureChromium } from './debian.mjs';
import { chooseEditions } from './editions.mjs';
import { startHost } from './host.mjs';
import { loadTests, work } from './loadTests.mjs';
import { Unavailable } from './unavailable.mjs';

const tell = (line) => console.log(line);

const { chosen, rest } = chooseEditions(process.argv.slice(2));
const { journeys, runJourneys } = await loadTests();
// A regular expression chooses journeys by name.
const [filter = ''] = rest;
const wanted = journeys.filter(({ name }) => new RegExp(filter).test(name));
if (wanted.length === 0) throw new Error(`No journey is called ${filter}.`);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(2));

const total = { passed: 0, failed: 0, skipped: 0, again: 0 };
for (const edition of chosen) {
  const all = [await runIn(edition)];
  if (filter === '') all.push(await testExtensionHost(edition, tell));
  for (const counts of all) for (const name of Object.keys(total)) total[name] += counts[name] ?? 0;
}
const { passed, failed, skipped, again } = total;
console.log(
  `${passed} passed (${again} of them at the second go), ${failed} failed, ${skipped} skipped`,
);
process.exitCode = failed > 0 ? 1 : 0;

async function runIn(edition) {
  const start = performance.now();
  try {
    const chromium = await ensureChromium();
    const host = await startHost({ edition, tell });
    tell(`VS Code ${edition}`);
    try {
      const pictures = path.join(work, 'failures', edition);
      return await runJourneys(wanted, { host, chromium, pictures, tell });
    } finally {
      await host.stop();
      tell(`VS Code ${edition}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
    }
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    for (const { name } of wanted) tell(`skipped: ${name} (VS Code ${edition})`);
    tell(`VS Code ${edition} cannot be had here. ${error.message}`);
    return { passed: 0, failed: 0, skipped: wanted.length, again: 0 };
  }
}
