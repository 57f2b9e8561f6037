import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Journey } from '../journey';
import { accessibilityFaults } from '../pages/plainPage';

const run = promisify(execFile);
const planted = 'services/routing/cutoff.go';

/** A user without a mouse. */
export const keyboardOnly: Journey = {
  name: 'with the keyboard alone: to the next problem, its quick fix, the other copy, and a comparison',
  async run({ window }) {
    await window.statusBar.waitForReady();
    await window.editor.open(planted);
    await window.editor.waitForSquiggles(true);
    await window.press('F8');
    await window.editor.waitForLine(21, 22);
    await window.press('Escape');
    await window.press('Control+.');
    await window.editor.waitForQuickFixes();
    // The first one offered goes to the other copy.
    await window.press('Enter');
    await window.editor.waitForTab('surcharges.py');
    await window.editor.waitForLine(15);

    await window.press('Shift+End');
    await window.palette.run('Text Twin: Compare Selection');
    await window.toasts.waitFor('is remembered');
    await window.palette.run('Text Twin: Compare Selection');
    assert.match(await window.toasts.waitFor('similarity'), /duplicate: similarity 1\.000/);
  },
};

/** Someone reads the report of the command line with a screen reader, or in another theme. */
export const accessibleReport: Journey = {
  name: 'the HTML report has no fault that axe-core finds, light or dark',
  async run({ browser, workspace }) {
    const file = join(workspace, 'report.html');
    const args = ['scan', '--no-cache', '--format', 'html', '--output', file, workspace];
    await run(process.execPath, [resolve('dist/cli.js'), ...args]);
    const page = await readFile(file, 'utf8');
    assert.match(page, /<section/, 'the report holds groups');
    const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
    const script = await readFile(axe, 'utf8');
    for (const colorScheme of ['light', 'dark'] as const) {
      const faults = await accessibilityFaults(browser, file, script, colorScheme);
      assert.deepEqual(faults, [], colorScheme);
    }
  },
};
