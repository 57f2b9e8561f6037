import assert from 'node:assert/strict';
import type { Journey } from '../journey';

const planted = { path: 'services/routing/cutoff.go', line: 21, twin: 'surcharges.py', at: 15 };

/** A user moves between the places that say the same, and looks at what a hover tells. */
export const goingAround: Journey = {
  name: 'hover names the other place, Go to Next Twin goes there and back',
  async run({ window, look }) {
    await window.statusBar.waitForReady();
    await window.editor.open(planted.path);
    await window.editor.waitForSquiggles(true);
    assert.match(await window.editor.hoverSquiggle(), /surcharges\.py:15/);
    await look('hover');

    await window.editor.goTo(planted.line);
    await window.palette.run('Text Twin: Go to Next Twin');
    await window.editor.waitForTab(planted.twin);
    await window.editor.waitForLine(planted.at);
    await window.palette.run('Text Twin: Go to Next Twin');
    await window.editor.waitForTab('cutoff.go');
  },
};

/** A user sees where two copies differ. */
export const sideBySide: Journey = {
  name: 'Compare side by side shows a passage beside its other copy',
  async run({ window, look }) {
    const { editor, diff, statusBar } = window;
    await statusBar.waitForReady();
    await editor.open(planted.path);
    await editor.waitForSquiggles(true);
    await editor.quickFix(planted.line, 'Compare side by side');
    // Of a docstring that is indented, and is not here.
    await diff.waitFor('A depot closes its books', '\nto the next business day');
    assert.match(await diff.title(), /cutoff\.go:21 ↔ surcharges\.py:15/);
    await look('side-by-side');
  },
};

/** A user asks for all twins, and for what is like a selected text. */
export const listing: Journey = {
  name: 'Show Twins and Find Similar list places, and open the one that is picked',
  async run({ window, look }) {
    await window.statusBar.waitForReady();
    await window.palette.run('Text Twin: Show Twins');
    await window.palette.rows('2 places');
    await look('show-twins');
    await window.palette.pick('A depot closes its books');
    await window.palette.pick('surcharges.py:15');
    await window.editor.waitForTab(planted.twin);
    await window.editor.waitForLine(planted.at);

    await window.editor.open(planted.path);
    await window.editor.selectLines(planted.line);
    await window.palette.run('Text Twin: Find Similar to Selection');
    const nearest = /cutoff\.go:21|surcharges\.py:15/;
    const [first] = await window.palette.rows(nearest);
    assert.match(first ?? '', nearest);
    await look('find-similar');
    await window.press('ArrowDown');
    await window.press('ArrowDown');
    await window.palette.close();
    // What was previewed goes, and what was there before is back.
    await window.editor.waitForTab('cutoff.go');
    await window.editor.waitForLine(planted.line);
  },
};

/** A user scans by hand, then restarts the server. */
export const scanning: Journey = {
  name: 'Scan Workspace tells what it found; twins are found again after Restart Server',
  async run({ window, look }) {
    await window.statusBar.waitForReady();
    await window.palette.run('Text Twin: Scan Workspace');
    const message = await window.toasts.waitFor('passages');
    await look('scan');
    assert.match(message, /\d+ files, \d+ passages: \d+ groups of twins/);

    const before = (await window.statusBar.history()).length;
    await window.palette.run('Text Twin: Restart Server');
    await window.statusBar.waitForReady(before);
    await window.editor.open(planted.path);
    await window.editor.waitForSquiggles(true);
  },
};
