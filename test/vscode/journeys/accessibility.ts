import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Journey } from '../journey';

const planted = 'services/routing/cutoff.go';

/** A user without a mouse. */
export const keyboardOnly: Journey = {
  name: 'with the keyboard alone: to the next problem, its quick fix, the other copy, and a comparison',
  async run({ window, look }) {
    await window.statusBar.waitForReady();
    await window.editor.open(planted);
    await window.editor.waitForSquiggles(true);
    await window.press('F8');
    await window.editor.waitForLine(21, 22);
    await look('next-problem');
    await window.press('Escape');
    await window.editor.openQuickFixes();
    // The first one offered goes to the other copy.
    await window.press('Enter');
    await window.editor.waitForTab('surcharges.py');
    await window.editor.waitForLine(15);

    await window.press('Shift+End');
    await window.palette.run('Text Twin: Compare Selection');
    await window.toasts.waitFor('is remembered');
    await window.palette.run('Text Twin: Compare Selection');
    assert.match(await window.toasts.waitFor('similarity'), /duplicate: similarity 1\.000/);
    // VS Code's key for it, Ctrl+Shift+A, writes a block comment on Linux while the editor has the focus.
    await window.palette.run('Notifications: Accept Notification Primary Action');
    await window.diff.waitFor('A depot closes its books', 'A depot closes its books');
  },
};

/** A user without a mouse looks for what there is to do. */
export const reachingCommands: Journey = {
  name: 'each command stands in the palette, and those for a selection in the menu that a key opens',
  async run({ window, look }) {
    const manifest = JSON.parse(await readFile('package.json', 'utf8')) as Manifest;
    const titles = manifest.contributes.commands.map(
      ({ category, title }) => `${category}: ${title}`,
    );
    await window.statusBar.waitForReady();
    const listed = await window.palette.commands('Text Twin: ');
    for (const title of titles) {
      assert.ok(
        listed.some((row) => row.startsWith(title)),
        `${title} in ${listed}`,
      );
    }
    await window.editor.open(planted);
    await window.editor.selectLines(21);
    await window.contextMenu.take('Compare Selection');
    await window.toasts.waitFor('is remembered');
    await window.toasts.press('is remembered', 'Forget');
    await window.contextMenu.take('Find Similar to Selection');
    await window.palette.rows('surcharges.py:15');
    await window.palette.close();

    await window.editor.waitForSquiggles(true);
    await window.editor.goTo(21);
    await window.palette.run('Text Twin: Show Twins');
    await window.editor.waitForPeek('surcharges.py');
    await look('peek');
    await window.press('Escape');
  },
};

/** The part of `package.json` that names commands. */
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly category: string; readonly title: string }[];
  };
}
