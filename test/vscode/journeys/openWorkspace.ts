import assert from 'node:assert/strict';
import type { Journey } from '../journey';

/** A user opens a workspace and a file whose doc comment stands in another file as well. */
export const openWorkspace: Journey = {
  name: 'opening a workspace marks a repeated comment, with the other place in Problems',
  async run({ window, look }) {
    const ready = await window.statusBar.waitForReady();
    assert.match(ready, /^Text Twin: \d+ groups of twins in \d+ passages/);
    const history = await window.statusBar.history();
    assert.ok(
      history.some((said) => /loading the model|reading the workspace/.test(said)),
      `progress is shown before the result, not only ${JSON.stringify(history)}`,
    );

    await window.editor.open('services/routing/cutoff.go');
    await window.editor.waitForSquiggles(true);
    await window.problems.show();
    const row = await window.problems.waitFor('services/pricing/surcharges.py:15');
    assert.match(row, /^Warning: Same text as .*Text Twin/);

    await window.problems.waitFor('A depot closes its books', 'surcharges.py');
    await look('problems');
    await window.problems.follow('A depot closes its books');
    await window.editor.waitForTab('surcharges.py');
    await window.editor.waitForLine(15, 17);
  },
};
