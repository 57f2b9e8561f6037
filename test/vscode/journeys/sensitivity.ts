import assert from 'node:assert/strict';
import type { Journey, Stage } from '../journey';
import { settingsFile, writeSettings } from './settingsFile';

/** A user makes the search stricter, then looser, then stops it. */
export const sensitivity: Journey = {
  name: 'changing the sensitivity changes what is found; disabling it leaves nothing',
  files: settingsFile,
  async run(stage) {
    const balanced = await count(stage, 0);
    const strict = await countWith(stage, { 'textTwin.sensitivity': 'strict' });
    const loose = await countWith(stage, { 'textTwin.sensitivity': 'loose' });
    const none = await countWith(stage, { 'textTwin.enable': false });
    stage.tell(`groups: strict ${strict}, balanced ${balanced}, loose ${loose}`);
    assert.ok(strict < balanced && balanced <= loose, `${strict} < ${balanced} <= ${loose}`);
    assert.equal(none, 0);
    assert.equal(await countWith(stage, {}), balanced);
  },
};

/** How many groups there are once the settings of the workspace say this. */
async function countWith(stage: Stage, settings: Readonly<Record<string, unknown>>) {
  const { window } = stage;
  const known = (await window.statusBar.history()).length;
  await writeSettings(window, settings);
  return count(stage, known);
}

async function count({ window }: Stage, known: number): Promise<number> {
  const said = await window.statusBar.waitForReady(known);
  return Number(/(\d+) groups? of twins/.exec(said)?.[1]);
}
