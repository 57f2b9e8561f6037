import assert from 'node:assert/strict';
import type { Journey } from '../journey';
import { texts } from './texts';

const { path, lines, content } = texts;
const command = 'Text Twin: Compare Selection';
/** `describeComparison`: `near-duplicate, similarity 0.97, energy 0.21`. */
const result = /(duplicate|near-duplicate|different), similarity ([01]\.\d\d), energy \d+\.\d\d/;

/** A user compares two texts, one selected after the other, and looks at the difference. */
export const compareInTurn: Journey = {
  name: 'Compare Selection remembers a text, compares the next with it, and shows the difference',
  files: { [path]: content },
  async run({ window }) {
    await window.statusBar.waitForReady();
    await window.editor.open(path);
    await window.editor.selectLines(lines.held);
    await window.palette.run(command);
    await window.toasts.waitFor('is remembered');

    await window.editor.selectLines(lines.heldAgain);
    await window.palette.run(command);
    const [, verdict, similarity] = result.exec(await window.toasts.waitFor('similarity')) ?? [];
    assert.equal(verdict, 'near-duplicate');
    assert.ok(Number(similarity) > 0.5, `similarity ${similarity}`);

    await window.toasts.press('similarity', 'Show Diff');
    await window.diff.waitFor('time zone of the recipient', "recipient's time zone");
    assert.match(await window.diff.title(), /↔/);
  },
};

/** A user compares two texts selected at once. */
export const compareAtOnce: Journey = {
  name: 'Compare Selection compares two texts that are selected at once',
  files: { [path]: content },
  async run({ window }) {
    await window.statusBar.waitForReady();
    await window.editor.open(path);
    await window.editor.selectLines(lines.heldAgain, lines.kettle);
    await window.palette.run(command);
    const message = await window.toasts.waitFor('similarity');
    assert.equal(result.exec(message)?.[1], 'different', message);
  },
};

/** A user compares without a selection. */
export const compareNothing: Journey = {
  name: 'Compare Selection without a selection says what to do',
  files: { [path]: content },
  async run({ window }) {
    await window.editor.open(path);
    await window.editor.goTo(lines.held);
    await window.palette.run(command);
    await window.toasts.waitFor('Select the text to compare first.');
  },
};
