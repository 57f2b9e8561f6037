import assert from 'node:assert/strict';
import type { Journey } from '../journey';

const known =
  'The clock on the weighbridge runs slow in frost, so tickets are sorted by the number of the roll and the time on them is ' +
  'only printed for the driver.';
const copied = `# ${known}\n\nputs 'fresh'\n`;
const edited = copied.replace('are sorted by', 'are always sorted by');
const reworded = '# Umbrellas are lent to couriers against a small deposit.\n';

/** What a warning is promised within, in ms; a busy machine may take longer, which is told and not held against it. */
const promised = 1000;
/** What nobody would call "as you type", in ms: so many times what opening a file took, which is slow where all is. */
const bearable = (opening: number) => 10 * opening + 5_000;

/** A user writes what is said elsewhere already, changes a word of it, then writes something else. */
export const typing: Journey = {
  name: 'writing what another file says brings a warning, rewording it takes the warning away',
  files: { 'notes/fresh.rb': '', 'notes/weighbridge.rb': `# ${known}\n\nputs 'weighed'\n` },
  async run(stage) {
    const { window, look } = stage;
    await window.statusBar.waitForReady();
    await window.editor.open('fresh.rb');
    await window.problems.show();
    const opening = await timed(() => window.editor.open('fresh.rb'));
    const shown = async (what: string, see: () => Promise<unknown>) => {
      const took = await timed(see);
      const verdict = took > promised ? `, more than the ${promised} ms promised` : '';
      stage.tell(`${what}: shown after ${took.toFixed(0)} ms${verdict}`);
      assert.ok(took < bearable(opening), `${what}: shown after ${took.toFixed(0)} ms`);
    };
    await window.editor.replaceAll(copied);
    await shown('a copy', () => window.problems.waitFor('Warning: Same text as'));
    await window.editor.waitForSquiggles(true);
    await look('typing-copy');

    await window.editor.replaceAll(reworded);
    await shown('reworded', () => window.problems.waitForNone('Warning: '));
    await window.editor.waitForSquiggles(false);

    await window.editor.replaceAll(edited);
    await shown('a near-copy', () => window.problems.waitFor('Warning: Says the same as'));
    await window.problems.waitFor('Warning: Says the same as', 'similarity 0.9', 'Text Twin');
    await look('typing-near-copy');

    await window.editor.replaceAll(reworded);
    await window.problems.waitForNone('Warning: ');
  },
};

/** How long something takes, in ms. */
async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}
