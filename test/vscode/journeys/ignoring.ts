import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Journey } from '../journey';
import type { VsCodeWindow } from '../pages/window';
import { until } from '../until';

/** Two comments in Go whose texts stand in a file of Ruby as well: one to ignore, and one that is kept. */
function twins(name: string, ignored: string, kept: string) {
  const path = `yard/${name}.go`;
  const ruby = `yard/${name}.rb`;
  const files = {
    [path]: `package yard\n\n// ${ignored}\nvar Count = 1\n\n// ${kept}\nvar Total = 2\n`,
    [ruby]: `# ${ignored}\nCOUNT = 1\n\n# ${kept}\nTOTAL = 2\n`,
  };
  return {
    path,
    line: 3,
    ignored: `Same text as ${ruby}:1`,
    kept: `Same text as ${ruby}:4`,
    files,
  };
}

const passage = twins(
  'seals',
  'A seal that was cut twice is kept in the safe for the insurers, together with the name of whoever held the pliers.',
  'Broken crates are stacked behind the office until Friday noon, when the carpenter takes those that can still be mended.',
);
const group = twins(
  'scales',
  'The small scales are calibrated by the apprentice on Mondays, with the brass weights that nobody else may take out of the case.',
  'Frozen goods leave the warehouse before anything else does, even where that means a second round through the same three streets.',
);

const anotherGroup = twins(
  'hoists',
  'The old hoist may carry paper but never glass on rainy days, because its brake slips as soon as the drum is wet.',
  'Empty drums are rinsed twice and stored with the lid off, for the smell of the dye would spoil the tea beside them.',
);

/** Waits until one warning of a file is shown, and the other is not. */
async function waitUntilIgnored({ problems, editor }: VsCodeWindow, at: typeof group) {
  await editor.open(at.path);
  await problems.waitFor(at.kept);
  await problems.waitForNone(at.ignored);
}

/** A user keeps one repeated passage by a comment above it, and a group by a note in the workspace's settings file. */
export const ignoring: Journey = {
  name: 'Ignore this passage writes a comment, Ignore this group .texttwin.json; both warnings stay gone',
  files: { ...passage.files, ...group.files, ...anotherGroup.files },
  async run({ window, workspace, look, reload }) {
    await window.statusBar.waitForReady();
    await window.problems.show();
    await window.editor.open(passage.path);
    await window.problems.waitFor(passage.ignored);
    const offered = await window.editor.quickFixes(passage.line);
    assert.ok(
      offered.some((title) => title.includes('Compare side by side')),
      offered.join(),
    );
    await look('quick-fixes');
    await window.press('Escape');
    await window.editor.quickFix(passage.line, 'Ignore this passage');
    await window.editor.waitForText('// text-twin-ignore-next');
    await waitUntilIgnored(window, passage);
    await window.editor.save();

    // The first group makes the file. VS Code saves what it makes, but leaves an edit of what is there unsaved.
    for (const [index, at] of [group, anotherGroup].entries()) {
      await window.editor.open(at.path);
      await window.problems.waitFor(at.ignored);
      await window.editor.quickFix(at.line, 'Ignore this group');
      await waitUntilIgnored(window, at);
      await until(
        `${index + 1} groups in .texttwin.json on disk`,
        () => ignoredGroups(workspace),
        (ids) => ids.length === index + 1,
      );
    }
    assert.deepEqual(await window.editor.unsaved(), []);

    await reload();
    await window.statusBar.waitForReady();
    await window.problems.show();
    await waitUntilIgnored(window, passage);
    await window.editor.waitForText('// text-twin-ignore-next');
    await waitUntilIgnored(window, group);
    await waitUntilIgnored(window, anotherGroup);
  },
};

/** The ids in a workspace's settings file on disk; none while there is no whole file. */
async function ignoredGroups(workspace: string): Promise<readonly unknown[]> {
  try {
    const text = await readFile(join(workspace, '.texttwin.json'), 'utf8');
    return (JSON.parse(text) as { readonly ignoredGroups: readonly unknown[] }).ignoredGroups;
  } catch {
    return [];
  }
}
