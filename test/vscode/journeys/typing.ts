import type { Journey } from '../journey';

const copied =
  '# Fresh\n\nCarrier clocks drift, so events are ordered by the time we received them and the ' +
  "carrier's own timestamp is kept only for display.\n";
const edited = copied.replace('are ordered by', 'are always ordered by');
const reworded = '# Fresh\n\nThe kitchen rota hangs beside the kettle on the second floor.\n';

/** A user writes what is said elsewhere already, changes a word of it, then writes something else. */
export const typing: Journey = {
  name: 'writing what another file says brings a warning, rewording it takes the warning away',
  files: { 'notes/fresh.md': '' },
  async run({ window }) {
    await window.editor.open('fresh.md');
    await window.problems.show();
    await window.editor.open('fresh.md');
    await window.editor.replaceAll(copied);
    await window.problems.waitFor('Warning: Same text as', 'Text Twin');
    await window.editor.waitForSquiggles(true);

    await window.editor.replaceAll(edited);
    await window.problems.waitFor('Warning: Says the same as', 'similarity 0.9');

    await window.editor.replaceAll(reworded);
    await window.problems.waitForNone('Warning: ');
    await window.editor.waitForSquiggles(false);
  },
};
