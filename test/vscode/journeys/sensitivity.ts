import type { Journey, Stage } from '../journey';
import { until } from '../until';
import { settingsFile, writeSettings } from './settingsFile';

/** An item of a list is short prose: `loose` alone reports it. */
const item = '- Count the spare keys before the gate is shut for the night.\n';

/** A user makes the search stricter, then looser, then stops it. */
export const sensitivity: Journey = {
  name: 'changing the sensitivity changes what is found; disabling it leaves nothing',
  files: { ...settingsFile, 'notes/keys-by-day.md': item, 'notes/keys-by-night.md': item },
  async run(stage) {
    const balanced = await count(stage, (groups) => groups > 0);
    const strict = await countWith(stage, { sensitivity: 'strict' }, (groups) => groups < balanced);
    const loose = await countWith(stage, { sensitivity: 'loose' }, (groups) => groups > balanced);
    await stage.look('sensitivity');
    stage.tell(`groups: strict ${strict}, balanced ${balanced}, loose ${loose}`);
    await countWith(stage, { enable: false }, (groups) => groups === 0);
    await countWith(stage, {}, (groups) => groups === balanced);
  },
};

/** How many groups there are once the settings of the workspace say this; waits for a number that is expected. */
async function countWith(
  stage: Stage,
  settings: Readonly<Record<string, unknown>>,
  isExpected: (groups: number) => boolean,
): Promise<number> {
  const named = Object.entries(settings).map(([key, value]) => [`textTwin.${key}`, value]);
  await writeSettings(stage.window, Object.fromEntries(named));
  return count(stage, isExpected);
}

/** Waits for the last word: the status bar may tell of what was found before a setting is heeded. */
async function count({ window }: Stage, isExpected: (groups: number) => boolean): Promise<number> {
  const groups = (said: string | undefined) =>
    Number(/(\d+) groups? of twins/.exec(said ?? '')?.[1]);
  const seen = await until(
    'another number of groups',
    () => window.statusBar.history(),
    (history) => isExpected(groups(history.at(-1))),
  );
  return groups(seen.at(-1));
}
