import assert from 'node:assert/strict';
import type { Journey } from '../journey';

const text =
  'The night crew counts the pallets twice before the gate is opened, and writes both figures on the board beside the clock.';

/** A user opens a workspace of two folders. */
export const multiRoot: Journey = {
  name: 'a workspace of several folders is one: twins are found across them, named with their folder',
  files: {
    'both.code-workspace': JSON.stringify({
      folders: [
        { path: 'services', name: 'services' },
        { path: 'yard', name: 'yard' },
      ],
    }),
    'services/crew.rb': `# ${text}\nCREW = 1\n`,
    'yard/gates.md': `# Gates\n\n${text}\n`,
    // Said outside both folders: not part of the workspace.
    'docs/crew.rb': `# ${text}\nCREW = 1\n`,
  },
  isAlone: true,
  opens: 'both.code-workspace',
  async run({ window, look }) {
    await window.statusBar.waitForReady();
    await window.editor.open('gates.md');
    await window.problems.show();
    const row = await window.problems.waitFor('Warning: Same text as services/crew.rb:1');
    assert.ok(!row.includes('more place'), row);
    await window.editor.waitForSquiggles(true);
    await look('multi-root');
  },
};

/** A user does not trust a workspace: nothing of it is run, so the extension works all the same. */
export const restricted: Journey = {
  name: 'Restricted Mode: in a workspace that is not trusted, twins are found all the same',
  isAlone: true,
  isRestricted: true,
  async run({ window, look }) {
    await window.statusBar.waitForReady();
    await window.editor.open('services/routing/cutoff.go');
    await window.editor.waitForSquiggles(true);
    await window.statusBar.waitFor('Restricted Mode');
    await look('restricted');
  },
};
