import assert from 'node:assert/strict';
import type { Journey } from '../journey';
import { texts } from './texts';

const { path, lines, content } = texts;
const command = 'Text Twin: Compare Selection';
/** `describeComparison`: `near-duplicate: similarity 0.973, at least 0.917; energy 0.21`. */
const result =
  /(duplicate|near-duplicate|different): similarity ([01]\.\d{3}), (.+); energy \d\.\d\d/;

/** A user compares two texts, one selected after the other, and looks at the difference. */
export const compareInTurn: Journey = {
  name: 'Compare Selection remembers a text, compares the next with it, and shows the difference',
  files: { [path]: content },
  async run({ window, look }) {
    await window.statusBar.waitForReady();
    await window.editor.open(path);
    await window.editor.selectLines(lines.held);
    await window.palette.run(command);
    await window.toasts.waitFor('is remembered');
    await look('compare-remembered');

    await window.editor.selectLines(lines.heldAgain);
    await window.palette.run(command);
    const message = await window.toasts.waitFor('similarity');
    const [, verdict, similarity, reason] = result.exec(message) ?? [];
    assert.equal(verdict, 'near-duplicate', message);
    assert.ok(Number(similarity) > 0.5, message);
    assert.match(reason ?? '', /^at least 0\.\d{3}$/);
    await look('compare-result');

    await window.toasts.press('similarity', 'Show Diff');
    await window.diff.waitFor('time zone of the recipient', "recipient's time zone");
    assert.match(await window.diff.title(), /↔/);
    await look('compare-diff');
  },
};

/** A user compares two texts selected at once. */
export const compareAtOnce: Journey = {
  name: 'Compare Selection compares two texts that are selected at once',
  files: { [path]: content },
  async run({ window, look }) {
    await window.statusBar.waitForReady();
    await window.editor.open(path);
    await window.editor.selectLines(lines.heldAgain, lines.kettle);
    await window.palette.run(command);
    const message = await window.toasts.waitFor('similarity');
    assert.equal(result.exec(message)?.[1], 'different', message);
    assert.match(result.exec(message)?.[3] ?? '', /^less than 0\.\d{3}$/);
    await look('compare-different');
  },
};

/** A user compares a text with what was copied elsewhere, and takes the result along. */
export const compareClipboard: Journey = {
  name: 'Compare Selection compares with the clipboard, and copies its result',
  files: { [path]: content },
  async run({ window, look }) {
    await window.statusBar.waitForReady();
    await window.editor.open(path);
    await window.editor.selectLines(lines.heldAgain);
    await window.press('Control+C');
    await window.editor.selectLines(lines.held);
    await window.palette.run(command);
    await window.toasts.press('is remembered', 'Clipboard');
    await window.toasts.waitFor('near-duplicate: similarity');
    await window.toasts.press('similarity', 'Copy Result');
    await window.palette.run('File: New Untitled Text File');
    await window.editor.waitForTab('Untitled-1');
    await window.press('Control+V');
    await window.editor.waitForText('near-duplicate: similarity');
    await look('compare-copied');
  },
};

/** A user compares two texts that are alike but for a fact. */
export const compareFacts: Journey = {
  name: 'Compare Selection and Find Similar name the fact in which two texts differ',
  files: { [path]: content },
  async run({ window, look }) {
    await window.statusBar.waitForReady();
    await window.editor.open(path);
    await window.editor.selectLines(lines.ascending, lines.descending);
    await window.palette.run(command);
    const message = await window.toasts.waitFor('similarity');
    assert.match(message, /different: similarity .*but differs in: ascending → descending/);
    await look('compare-facts');
    await window.toasts.close('similarity');

    await window.editor.selectLines(lines.ascending);
    await window.palette.run('Text Twin: Find Similar to Selection');
    await window.palette.rows('differs in: ascending → descending');
    await look('find-similar-facts');
    await window.palette.close();
  },
};

/** A user compares without a selection. */
export const compareNothing: Journey = {
  name: 'Compare Selection without a selection says what to do',
  files: { [path]: content },
  async run({ window, look }) {
    await window.editor.open(path);
    await window.editor.goTo(lines.held);
    await window.palette.run(command);
    await window.toasts.waitFor('Select the text to compare first.');
    await look('compare-nothing');
  },
};
