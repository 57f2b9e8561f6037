// `npm run package`: builds and writes dist/text-twin.vsix from the whitelist in .vscodeignore.
import { execFileSync } from 'node:child_process';
import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { packageFolder } from './packageFolder.mjs';
import { packedReadme } from './packedReadme.mjs';

const vsce = path.join(packageFolder('@vscode/vsce'), 'vsce');
const vsix = 'dist/text-twin.vsix';
const readme = 'dist/README.md';
// There is no public repository whose addresses the README could point to.
const LOCAL = [
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--readme-path',
  readme,
];

await import('./build.mjs');
await writeFile(readme, await packedReadme('README.md'));
// Everything is bundled: --no-dependencies keeps node_modules out.
execFileSync(process.execPath, [vsce, 'package', '--no-dependencies', ...LOCAL, '--out', vsix], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
const { size } = await stat(vsix);
console.log(`${vsix}  ${(size / 1e6).toFixed(1)} MB`);
console.log(`Install it with: code --install-extension ${vsix}`);
