import assert from 'node:assert/strict';
import type { Journey } from '../journey';

const copied =
  '# Fresh\n\nCarrier clocks drift, so events are ordered by the time we received them and the ' +
  "carrier's own timestamp is kept only for display.\n";
const edited = copied.replace('are ordered by', 'are always ordered by');
const reworded = '# Fresh\n\nUmbrellas are lent to couriers against a small deposit.\n';

/** What a warning is promised within, in ms; a busy machine may take longer, which is told and not held against it. */
const promised = 1000;
/** What nobody would call "as you type", in ms: so many times what opening a file took, which is slow where all is. */
const bearable = (opening: number) => 10 * opening + 5_000;

/** A user writes what is said elsewhere already, changes a word of it, then writes something else. */
export const typing: Journey = {
  name: 'writing what another file says brings a warning, rewording it takes the warning away',
  files: { 'notes/fresh.md': '' },
  async run(stage) {
    const { window, look } = stage;
    await window.statusBar.waitForReady();
    await window.editor.open('fresh.md');
    await window.problems.show();
    const opening = await timed(() => window.editor.open('fresh.md'));
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
