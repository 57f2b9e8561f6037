import assert from 'node:assert/strict';
import type { Journey } from '../journey';
import { complaints } from '../logs';

const id = 'text-twin.text-twin';

/** What all the windows before have left in VS Code's logs. */
export const quietLogs: Journey = {
  name: 'VS Code and the extension have logged no error',
  async run({ host, window }) {
    await window.statusBar.waitForReady();
    assert.deepEqual(await complaints(host.logs), []);
  },
};

/** A user removes the extension. It comes last: what follows would have no extension. */
export const uninstall: Journey = {
  name: 'the extension can be removed, and a new window has nothing of it',
  async run({ host, window, workspace, look }) {
    await window.statusBar.waitForReady();
    // A server that was killed on purpose has been complained about before.
    const known = await complaints(host.logs);
    await host.uninstall(id);
    assert.ok(!(await host.extensions()).includes(id), `${id} is still listed`);
    await window.open(host.url(workspace));
    await window.editor.open('services/routing/cutoff.go');
    await window.problems.show();
    await window.problems.waitForNone('Text Twin');
    assert.equal(await window.statusBar.isShown(), false);
    await look('removed');
    assert.deepEqual(await complaints(host.logs), known);
  },
};
