// `npm test`: all tests, then one plain line with the counts and what was skipped.
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageFolder } from './packageFolder.mjs';

const vitest = path.join(packageFolder('vitest'), 'vitest.mjs');
const folder = await mkdtemp(path.join(tmpdir(), 'text-twin-test-'));
try {
  const report = path.join(folder, 'report.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync(process.execPath, [vitest, ...args, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  const results = JSON.parse(await readFile(report, 'utf8'));
  const cases = results.testResults.flatMap((file) => file.assertionResults);
  for (const { status: outcome, fullName } of cases) {
    if (outcome === 'skipped' || outcome === 'pending') console.log(`skipped: ${fullName}`);
  }
  const skipped = results.numTotalTests - results.numPassedTests - results.numFailedTests;
  console.log(
    `${results.numPassedTests} passed, ${results.numFailedTests} failed, ${skipped} skipped`,
  );
  process.exitCode = status ?? 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
