import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Journey } from '../journey';
import { axeScript } from '../pages/axe';
import { accessibilityFaults } from '../pages/plainPage';
import { makeWorkspace } from '../workspace';

const run = promisify(execFile);

const opening = '/** Opens the hatch and lets the <b>inspector</b> & his dog aboard. */';
const longFolder = 'a-folder-with-a-name-that-does-not-end-before-the-line-does/'.repeat(3);

/** What a report can hold beside the twins of the sample: a copied comment, a long path, a file that is skipped. */
const files = {
  [`${longFolder}hatch.ts`]: [
    `${opening}\nexport function openHatch(): void {}\n`,
    `${opening}\nexport function closeHatch(): void {}\n`,
  ].join('\n'),
  'large.md': 'A line that is long enough to make a large file of. '.repeat(200),
  '.texttwin.json': JSON.stringify({ maxFileSize: 8192 }),
  'nothing/alone.md': 'Nobody says this anywhere else in the whole of this folder.\n',
};

/** What each page must hold, by the folder that is scanned. */
const pages = [
  {
    name: 'report',
    folder: '.',
    holds: ['class="duplicate"', 'class="near-duplicate"', 'copied-comment:', 'class="skipped"'],
  },
  { name: 'report-empty', folder: 'nothing', holds: ['No twins found.'] },
] as const;

/** Someone reads the report of the command line with a screen reader, or in another theme. */
export const accessibleReport: Journey = {
  name: 'the HTML report has no fault that axe-core finds, light or dark',
  async run({ browser, host, looks }) {
    const workspace = await makeWorkspace(host.folder, files);
    const program = await host.installed('dist/cli.js');
    const script = await axeScript();
    for (const { name, folder, holds } of pages) {
      const file = join(host.folder, `${name}.html`);
      const args = ['scan', '--no-cache', '--format', 'html', '--output', file, folder];
      await run(process.execPath, [program, ...args], { cwd: workspace });
      const page = await readFile(file, 'utf8');
      for (const part of holds) assert.ok(page.includes(part), `${part} in ${name}`);
      for (const colorScheme of ['light', 'dark'] as const) {
        const picture = looks && join(looks, colorScheme, `${name}.png`);
        const faults = await accessibilityFaults(browser, file, script, { colorScheme, picture });
        assert.deepEqual(faults, [], `${name}, ${colorScheme}`);
      }
    }
  },
};
