import type { Journey } from '../journey';

const unsaved =
  'Empty cages go back to the yard on the first truck of the week, unless the yard is still full of cages from the last one.';
const text =
  'The night crew counts the pallets twice before the gate is opened, and writes both figures on the board beside the clock.';
const spelt =
  'The night crew counts the pallets twice before the gate is opened, and writes both of the figures on the board beside the clock.';

/** A user writes into a file that has no name yet. */
export const untitled: Journey = {
  name: 'an untitled file is compared with the workspace',
  files: { 'notes/cages.rb': `# ${unsaved}\nCAGES = 1\n` },
  async run({ window, look }) {
    await window.statusBar.waitForReady();
    await window.problems.show();
    await window.palette.run('File: New Untitled Text File');
    await window.editor.waitForTab('Untitled-1');
    await window.editor.replaceAll(unsaved);
    await window.problems.waitFor('Warning: Same text as notes/cages.rb:1');
    await window.editor.waitForSquiggles(true);
    await look('untitled');
    await window.editor.replaceAll('Nothing of the kind stands anywhere else in this workspace.');
    await window.problems.waitForNone('Warning: ');
  },
};

const markdown = [
  '# Gates',
  '',
  `- ${text}`,
  '',
  '```sh',
  '# The drivers sign the sheet at the barrier before they leave the yard.',
  '```',
  '',
  'The drivers sign the sheet at the barrier before they leave the yard.',
  '',
].join('\n');

/** A user writes Markdown: a list item counts as a paragraph does, a block of code does not. */
export const writingMarkdown: Journey = {
  name: 'Markdown is compared by paragraph and list item, and its blocks of code are not',
  files: { 'notes/gates.md': markdown, 'notes/crew.rb': `CREW = 1\n\n# ${spelt}\nPALLETS = 2\n` },
  async run({ window, look }) {
    await window.statusBar.waitForReady();
    await window.editor.open('notes/gates.md');
    await window.problems.show();
    await window.problems.waitFor('Info: Says the same as notes/crew.rb:3', 'line 3');
    await look('markdown');
    await window.problems.waitForNone('line 9');
  },
};

const drums =
  'Empty drums roll to the weighbridge on their own when the wind is from the east, so the chocks stay where they are in winter.';

/** A user writes in a language that the server does not know. */
export const configured: Journey = {
  name: 'a language that only VS Code knows is read by the comments it is configured with',
  files: {
    'notes/drums.groovy': `def wind = 'east'\n\n// ${drums}\ndef drums = 1\n`,
    'notes/drums.rb': `# ${drums}\nDRUMS = 1\n`,
  },
  async run({ window, look }) {
    await window.statusBar.waitForReady();
    await window.editor.open('notes/drums.groovy');
    await window.problems.show();
    await window.problems.waitFor('Warning: Same text as notes/drums.rb:1', 'line 3');
    await window.editor.waitForSquiggles(true);
    await look('configured-language');
  },
};
