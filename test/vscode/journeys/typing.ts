import type { Journey, Stage } from '../journey';

const copied =
  '# Fresh\n\nCarrier clocks drift, so events are ordered by the time we received them and the ' +
  "carrier's own timestamp is kept only for display.\n";
const edited = copied.replace('are ordered by', 'are always ordered by');
const reworded = '# Fresh\n\nUmbrellas are lent to couriers against a small deposit.\n';

/** What a warning is promised within, in ms; a busy machine may take longer, which is told and not held against it. */
const promised = 1000;

/** A user writes what is said elsewhere already, changes a word of it, then writes something else. */
export const typing: Journey = {
  name: 'writing what another file says brings a warning, rewording it takes the warning away',
  files: { 'notes/fresh.md': '' },
  async run(stage) {
    const { window, look } = stage;
    await window.statusBar.waitForReady();
    await window.editor.open('fresh.md');
    await window.problems.show();
    await window.editor.open('fresh.md');
    await window.editor.replaceAll(copied);
    await timed(stage, 'a copy', () => window.problems.waitFor('Warning: Same text as'));
    await window.editor.waitForSquiggles(true);
    await look('typing-copy');

    await window.editor.replaceAll(reworded);
    await timed(stage, 'reworded', () => window.problems.waitForNone('Warning: '));
    await window.editor.waitForSquiggles(false);

    await window.editor.replaceAll(edited);
    await timed(stage, 'a near-copy', () => window.problems.waitFor('Warning: Says the same as'));
    await window.problems.waitFor('Warning: Says the same as', 'similarity 0.9', 'Text Twin');
    await look('typing-near-copy');

    await window.editor.replaceAll(reworded);
    await window.problems.waitForNone('Warning: ');
  },
};

/** Tells how long something took to be seen. */
async function timed({ tell }: Stage, what: string, see: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  await see();
  const took = performance.now() - start;
  const verdict = took > promised ? `, more than the ${promised} ms promised` : '';
  tell(`${what}: shown after ${took.toFixed(0)} ms${verdict}`);
}
