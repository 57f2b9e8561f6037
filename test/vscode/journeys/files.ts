import type { Journey } from '../journey';

const here = {
  path: 'notes/here.md',
  text: 'The night crew counts the pallets twice before the gate is opened.',
};
const twin = 'notes/there.md';
const files = { [here.path]: `${here.text}\n`, [twin]: `# There\n\n${here.text}\n` };

/** A user deletes the file with the other copy. */
export const deleting: Journey = {
  name: "deleting the twin's file takes the warning away",
  files,
  async run({ window }) {
    await window.statusBar.waitForReady();
    await window.editor.open(here.path);
    await window.problems.show();
    await window.problems.waitFor('Warning: Same text as notes/there.md:3');
    await window.explorer.delete(twin);
    await window.editor.open(here.path);
    await window.problems.waitForNone('Warning: ');
    await window.editor.waitForSquiggles(false);
  },
};

/** A user gives the file with the other copy another name. */
export const renaming: Journey = {
  name: "renaming the twin's file is followed by the warning and its links",
  files,
  async run({ window }) {
    await window.statusBar.waitForReady();
    await window.editor.open(here.path);
    await window.problems.show();
    await window.problems.waitFor('Warning: Same text as notes/there.md:3');
    await window.explorer.rename(twin, 'elsewhere.md');
    await window.editor.open(here.path);
    await window.problems.waitFor('Warning: Same text as notes/elsewhere.md:3');
    await window.problems.waitForNone('there.md');
    await window.problems.show();
    await window.problems.follow(`elsewhere.md[Ln 3`);
    await window.editor.waitForTab('elsewhere.md');
    await window.editor.waitForLine(3);
  },
};
