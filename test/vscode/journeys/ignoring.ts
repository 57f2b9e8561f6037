import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Journey } from '../journey';
import { until } from '../until';

const planted = { path: 'services/routing/cutoff.go', line: 21 };

/** A user keeps one repeated passage, by a comment above it. */
export const ignoringPassage: Journey = {
  name: 'Ignore this passage writes a comment above it; the warning is gone and stays gone',
  async run({ window, look, reload }) {
    await window.statusBar.waitForReady();
    await window.editor.open(planted.path);
    await window.editor.waitForSquiggles(true);
    const offered = await window.editor.quickFixes(planted.line);
    assert.ok(
      offered.some((title) => title.includes('Compare side by side')),
      offered.join(),
    );
    await look('quick-fixes');
    await window.press('Escape');
    await window.editor.quickFix(planted.line, 'Ignore this passage');
    await window.editor.waitForText('// text-twin-ignore-next');
    await window.editor.waitForSquiggles(false);
    await window.editor.save();

    await reload();
    await window.statusBar.waitForReady();
    await window.editor.open(planted.path);
    await window.editor.waitForText('// text-twin-ignore-next');
    await window.editor.waitForSquiggles(false);
  },
};

/** A user keeps a group of twins, by a note in the workspace's settings file. */
export const ignoringGroup: Journey = {
  name: 'Ignore this group writes .texttwin.json and saves it; the warning is gone and stays gone',
  async run({ window, workspace, reload }) {
    await window.statusBar.waitForReady();
    await window.editor.open(planted.path);
    await window.editor.waitForSquiggles(true);
    await window.editor.quickFix(planted.line, 'Ignore this group');
    await window.editor.open(planted.path);
    await window.editor.waitForSquiggles(false);
    const written = await until(
      'the group in .texttwin.json on disk',
      () => readFile(join(workspace, '.texttwin.json'), 'utf8').catch(() => ''),
      (text) => text.includes('ignoredGroups'),
    );
    assert.equal((JSON.parse(written) as { ignoredGroups: unknown[] }).ignoredGroups.length, 1);
    assert.deepEqual(await window.editor.unsaved(), []);

    await reload();
    await window.statusBar.waitForReady();
    await window.editor.open(planted.path);
    await window.editor.waitForSquiggles(false);
  },
};
