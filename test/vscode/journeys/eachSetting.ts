import type { Journey } from '../journey';
import type { VsCodeWindow } from '../pages/window';
import { settingsFile, writeSettings } from './settingsFile';

const lamps =
  'The lamps over dock nine are switched off by the last driver out, who leaves the key under the third stone.';
const ropes =
  'Frayed ropes are cut in half and given to the gardeners next door, who tie up their beans with them in spring.';
const nearRopes =
  'Frayed ropes are cut in half and handed to the gardeners next door, who tie up their beans with them in spring.';
const ladders = 'Wooden ladders stay indoors.';

const path = 'notes/lamps.md';
/** What is said about that file when nothing is set. */
const usual = ['Warning: Same text as notes/lamps.rb:1', 'Info: Says the same as notes/ropes.rb:1'];
const [same, near] = usual as [string, string];
/** Few words in common are told, but not warned of. */
const few = 'Info: Same text as notes/ropes.rb:4';

/** Settings, and what Problems then holds of the file, and what it does not. */
const cases: readonly (readonly [
  settings: Readonly<Record<string, unknown>>,
  shown: readonly string[],
  gone: readonly string[],
])[] = [
  [{ threshold: 0.999 }, [same], [near]],
  [{ severity: 'error' }, [same.replace('Warning', 'Error'), near], [same]],
  [{ scope: 'file' }, [], usual],
  [{ check: ['docs', 'markdown', 'text'] }, [], usual],
  [{ minWords: 4 }, [...usual, few], []],
  [{ exclude: ['**/lamps.rb'] }, [near], [same]],
];

/** A user tries one setting after the other, and sees at once what each does. */
export const eachSetting: Journey = {
  name: 'threshold, severity, scope, check, minWords and exclude change what Problems says of an open file',
  files: {
    ...settingsFile,
    [path]: `${lamps}\n\n${ropes}\n\n${ladders}\n`,
    'notes/lamps.rb': `# ${lamps}\nLAMPS = 9\n`,
    'notes/ropes.rb': `# ${nearRopes}\nROPES = 2\n\n# ${ladders}\nLADDERS = 1\n`,
  },
  async run({ window, look }) {
    await window.statusBar.waitForReady();
    await window.problems.show();
    for (const [settings, shown, gone] of cases) {
      // Each begins with what is usual: rows that the one before took away would be gone anyhow.
      await writeSettings(window, {});
      await says(window, usual, [few]);
      const named = Object.entries(settings).map(([key, value]) => [`textTwin.${key}`, value]);
      await writeSettings(window, Object.fromEntries(named));
      await says(window, shown, gone);
      if ('severity' in settings) await look('severity-error');
    }
    await writeSettings(window, {});
    await says(window, usual, [few]);
  },
};

/** Waits until the file's rows are these. */
async function says(
  { editor, problems }: VsCodeWindow,
  shown: readonly string[],
  gone: readonly string[],
): Promise<void> {
  await editor.open(path);
  for (const row of shown) await problems.waitFor(row);
  for (const row of gone) await problems.waitForNone(row);
}
