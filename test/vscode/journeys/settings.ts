import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Journey } from '../journey';
import { settingsFile, writeSettings } from './settingsFile';

const fresh = 'notes/late.md';
const log =
  'The harbour master keeps a second log for boats without a radio, which is read out at noon to whoever waits on the quay.';
const copy = `# Late\n\n${log}\n`;
const other = '# Late\n\nNothing of the sort was written down before this morning.\n';

/** A user wants files examined when they are saved, then only when asked. */
export const whenToRun: Journey = {
  name: 'textTwin.run: onSave warns once a file is saved, manual once the workspace is scanned',
  files: {
    ...settingsFile,
    [fresh]: '',
    'notes/harbour.rb': `BOATS = 1\n\n# ${log}\nRADIOS = 2\n`,
  },
  async run({ window, look }) {
    await window.statusBar.waitForReady();
    await window.problems.show();
    await writeSettings(window, { 'textTwin.run': 'onSave' });
    await window.editor.open(fresh);
    await window.editor.replaceAll(other);
    await askServer();
    await window.editor.replaceAll(copy);
    await askServer();
    assert.deepEqual(await warnings(), [], 'a file that is not saved');
    await window.editor.save();
    await window.problems.waitFor('Warning: Same text as notes/harbour.rb:3');
    await window.editor.replaceAll(other);
    await window.editor.save();
    await window.problems.waitForNone('Warning: ');

    await writeSettings(window, { 'textTwin.run': 'manual' });
    await window.editor.open(fresh);
    await askServer();
    await window.editor.replaceAll(copy);
    await window.editor.save();
    await askServer();
    assert.deepEqual(await warnings(), [], 'a workspace that is not scanned');
    await window.palette.run('Text Twin: Scan Workspace');
    await window.problems.waitFor('Warning: Same text as notes/harbour.rb:3');
    await look('run-manual');
    await writeSettings(window, {});

    /** Comes back when the server has answered: it had the time to hear of settings, and to warn, were it to. */
    async function askServer() {
      await window.editor.selectLines(3);
      await window.palette.run('Text Twin: Compare Selection');
      await window.toasts.waitFor('is remembered');
      await window.palette.run('Text Twin: Compare Selection');
      await window.toasts.waitFor('duplicate: similarity 1.000');
      await window.toasts.closeAll();
    }
    async function warnings() {
      const rows = await window.problems.rows();
      return rows.filter((row) => row.startsWith('Warning: '));
    }
  },
};

/** A user bounds the size of files; those passed over are not passed over in silence. */
export const tooLarge: Journey = {
  name: 'files above textTwin.maxFileSize are skipped; status bar and output say so',
  files: settingsFile,
  async run({ window, look }) {
    const before = await window.statusBar.waitForReady();
    assert.doesNotMatch(before, /skipped/);
    await writeSettings(window, { 'textTwin.maxFileSize': 1024 });
    await window.statusBar.waitForSaying(/groups? of twins.*\n?.*\d+ files? skipped/);
    await window.palette.run('Text Twin: Scan Workspace');
    await window.toasts.waitFor('skipped');
    await look('skipped');
    await window.toasts.press('skipped', 'Show Output');
    await window.output.waitFor('textTwin.maxFileSize');
    await look('skipped-output');
    await writeSettings(window, {});
    await window.statusBar.waitForSaying(/groups? of twins in \d+ passages?\nModel/);
  },
};

const planted = 'services/routing/cutoff.go';

/** A team has settings in the workspace that everybody's editor heeds. */
export const teamSettings: Journey = {
  name: "a workspace's .texttwin.json has the last word over VS Code's settings",
  isAlone: true,
  files: {
    '.vscode/settings.json': JSON.stringify({ 'textTwin.enable': true }),
    '.texttwin.json': JSON.stringify({ enable: false }),
  },
  async run({ window, workspace, look }) {
    assert.match(await window.statusBar.waitForReady(), / 0 groups of twins/);
    // As git does when a colleague has changed it.
    await writeFile(join(workspace, '.texttwin.json'), JSON.stringify({ severity: 'error' }));
    await window.editor.open(planted);
    await window.problems.show();
    await window.problems.waitFor('Error: Same text as services/pricing/surcharges.py:15');
    await look('team-settings');
  },
};
