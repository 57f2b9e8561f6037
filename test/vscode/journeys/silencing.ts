import type { Journey } from '../journey';
import { settingsFile, writeSettings } from './settingsFile';

const gauges =
  'Rain gauges on the roof are emptied by whoever arrives first, and the figure is called down to the porter before he forgets the day.';
const gloves =
  'Lost gloves are kept in the green box under the reception desk until a driver asks for them or the box no longer shuts.';
const visitors =
  'Visitors sign the red book before they are shown the sorting hall, so that everybody can be counted when the alarm is tried.';
const keys =
  'The spare keys of all forklifts hang behind the steel door, each with a tag that says which battery it must never be charged with.';
const barcodes =
  'Broken barcodes are typed by hand at the second counter, where two people read each digit aloud before the parcel goes on.';
const tyres =
  'Spare tyres are rolled to the far end of the yard in autumn, since the snow plough needs the place that they take in summer.';

const between = 'quiet/between.py';
const spoken = `# ${gauges}\ngauges = 1\n`;

/** A user has passages, a file, and files by their names left out; one repeated passage is not. */
export const leavingOut: Journey = {
  name: 'text-twin-ignore-start and -file, .gitignore and .texttwinignore silence, and nothing else is silent',
  files: {
    'quiet/seen.md': `${[gauges, gloves, visitors, keys, barcodes, tyres].join('\n\n')}\n`,
    // With lines between, for what is silenced not to be of one comment with the directive.
    [between]: `# text-twin-ignore-start\n\n${spoken}\n# text-twin-ignore-end\n\n# ${tyres}\ntyres = 4\n`,
    'quiet/whole.py': `# text-twin-ignore-file\n\n# ${gloves}\ngloves = 1\n`,
    'quiet/hidden.py': `# ${visitors}\nvisitors = 1\n`,
    'quiet/.gitignore': 'hidden.py\n',
    'quiet/unread.py': `# ${keys}\nkeys = 1\n`,
    'quiet/.texttwinignore': 'unread.py\n',
    'quiet/loud.py': `# ${barcodes}\nbarcodes = 1\n`,
  },
  async run({ window, look }) {
    await window.statusBar.waitForReady();
    await window.editor.open('quiet/seen.md');
    await window.problems.show();
    await window.problems.waitFor('Warning: Same text as quiet/loud.py:1');
    await window.problems.waitFor('Warning: Same text as quiet/between.py:8');
    for (const silent of ['between.py:3', 'whole.py', 'hidden.py', 'unread.py']) {
      await window.problems.waitForNone(`quiet/${silent}`);
    }
    await look('silenced');

    await window.editor.open(between);
    await window.editor.replaceAll(spoken);
    await window.editor.save();
    await window.problems.waitFor('Warning: Same text as quiet/seen.md:1.');
    await window.editor.replaceAll(`# text-twin-ignore-file\n${spoken}`);
    await window.editor.save();
    await window.problems.waitForNone('quiet/seen.md:1');
  },
};

const overloaded = 'How many crates are waiting at the gate for the night shift to begin.';
const gate = [
  'export class Gate {',
  '  #waiting = 0;',
  `  /** ${overloaded} */`,
  '  get waiting(): number {',
  '    return this.#waiting;',
  '  }',
  `  /** ${overloaded} */`,
  '  set waiting(count: number) {',
  '    this.#waiting = count;',
  '  }',
  '}',
  '',
].join('\n');
const store = (when: string) =>
  `The cold store is unlocked by the night guard ${when} every delivery of frozen fish.`;

/** A user wonders why nothing is reported, is told, and asks for it all the same. */
export const explaining: Journey = {
  name: 'the hover says which filter silences a passage, and in which fact two differ; a filter can be switched off',
  files: {
    ...settingsFile,
    'notes/gate.ts': gate,
    'notes/store.md': `${store('before')}\n`,
    'notes/guard.py': `# ${store('after')}\nguard = 1\n`,
  },
  async run({ window, look }) {
    await window.statusBar.waitForReady();
    await window.problems.show();
    await window.editor.open('notes/store.md');
    await window.editor.goTo(1);
    await window.editor.hoverAtCursor('guard.py:1: differs in: before → after');
    await look('hover-facts');
    await window.press('Escape');
    await window.editor.waitForSquiggles(false);

    await window.editor.open('notes/gate.ts');
    await window.editor.goToColumn(3, 10);
    await window.editor.hoverAtCursor('not reported: repeats notes/gate.ts:7, filter overloads');
    await look('hover-silenced');
    await window.press('Escape');
    await window.editor.waitForSquiggles(false);

    // Namesakes of one file are silenced by the more general filter as well, and documentation is told as a note.
    await writeSettings(window, {
      'textTwin.filters': {
        overloads: false,
        namesakes: false,
        'documented-declarations': false,
      },
    });
    await window.editor.open('notes/gate.ts');
    await window.problems.waitFor('Warning: Same text as notes/gate.ts:7');
    await writeSettings(window, {});
    await window.editor.open('notes/gate.ts');
    await window.problems.waitForNone('Same text as notes/gate.ts');
  },
};

const closing = '/** Closes the crate and hands its papers to the customs officer. */';

/** A user copied a function with its comment, and forgot to say what the copy does. */
export const copiedComment: Journey = {
  name: 'a comment that was copied to another function and never adapted gets a warning of its own',
  files: {
    'notes/crates.ts': [
      `${closing}\nexport function closeCrate(): void {}\n`,
      `${closing}\nexport function openCrate(): void {}\n`,
    ].join('\n'),
  },
  async run({ window, look }) {
    await window.statusBar.waitForReady();
    await window.editor.open('notes/crates.ts');
    await window.problems.show();
    const claim = 'This comment seems to be about "closeCrate", not "openCrate"';
    await window.problems.waitFor(claim, 'line 4');
    await look('copied-comment');
  },
};
