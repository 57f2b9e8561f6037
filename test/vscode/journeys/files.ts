import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Journey } from '../journey';

/** Two files that say the same, and their paths: a page, and a comment in line 3. */
function twins(name: string, text: string) {
  const here = `notes/${name}-here.md`;
  const there = `notes/${name}-there.rb`;
  return {
    here,
    there,
    files: { [here]: `${text}\n`, [there]: `COUNT = 1\n\n# ${text}\nTOTAL = 2\n` },
  };
}

const deleted = twins(
  'deleted',
  'Every seal is photographed by the guard who breaks it, and the picture is kept with the papers of the load until the autumn.',
);
const removed = twins(
  'removed',
  'Wet labels are printed again before the pallet is wrapped, because the scanner at the far gate reads nothing through a damp film.',
);
const renamed = twins(
  'renamed',
  'A late ferry moves all morning rounds to the second shift, whose drivers then hand the keys over at the lighthouse.',
);
const moved = twins(
  'moved',
  'Every second pallet of tiles is weighed again by hand, since the old bridge forgets what stood on it when the power fails.',
);

/** A user deletes the file with the other copy, and another program one that is not open. */
export const deleting: Journey = {
  name: "deleting the twin's file takes the warning away",
  files: { ...deleted.files, ...removed.files },
  async run({ window, workspace, look }) {
    await window.statusBar.waitForReady();
    await window.editor.open(deleted.here);
    await window.problems.show();
    await window.problems.waitFor(`Warning: Same text as ${deleted.there}:3`);
    await window.explorer.delete(deleted.there);
    await window.editor.open(deleted.here);
    await window.problems.waitForNone('Warning: ');
    await window.editor.waitForSquiggles(false);
    await look('deleted');

    await window.editor.open(removed.here);
    await window.problems.waitFor(`Warning: Same text as ${removed.there}:3`);
    await rm(join(workspace, removed.there));
    await window.problems.waitForNone('Warning: ');
  },
};

/** A user gives the file with the other copy another name, and another program one that is not open. */
export const renaming: Journey = {
  name: "renaming the twin's file is followed by the warning and its links",
  files: { ...renamed.files, ...moved.files },
  async run({ window, workspace, look }) {
    await window.statusBar.waitForReady();
    await window.editor.open(renamed.here);
    await window.problems.show();
    await window.problems.waitFor(`Warning: Same text as ${renamed.there}:3`);
    await window.explorer.rename(renamed.there, 'elsewhere.rb');
    await window.editor.open(renamed.here);
    await window.problems.waitFor('Warning: Same text as notes/elsewhere.rb:3');
    await window.problems.waitForNone('renamed-there.rb');
    await look('renamed');
    await window.problems.follow(`elsewhere.rb[Ln 3`);
    await window.editor.waitForTab('elsewhere.rb');
    await window.editor.waitForLine(3);

    await window.editor.open(moved.here);
    await window.problems.waitFor(`Warning: Same text as ${moved.there}:3`);
    await rename(join(workspace, moved.there), join(workspace, 'notes/moved-away.rb'));
    await window.problems.waitFor('Warning: Same text as notes/moved-away.rb:3');
    await window.problems.waitForNone('moved-there.rb');
  },
};
