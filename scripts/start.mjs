// `npm start [-- PATH]`: scans the sample workspace (or PATH) and packs the extension.
import { spawnSync } from 'node:child_process';

const [target = 'test/fixtures/sample', ...options] = process.argv.slice(2);

await import('./package.mjs');
console.log(`\nTwins in ${target}:\n`);
const { status } = spawnSync(process.execPath, ['dist/cli.js', 'scan', target, ...options], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
