import type { Journey } from '../journey';

const text =
  'Pallets of two carriers never share a bay on the lower deck, where nobody can read the labels once the lamps are out.';

const notebook = {
  cells: [
    { cell_type: 'markdown', metadata: {}, source: ['# Pallets by night'] },
    {
      cell_type: 'code',
      execution_count: null,
      metadata: {},
      outputs: [],
      source: [`# ${text}\n`, 'pallets = 2\n'],
    },
  ],
  metadata: { language_info: { name: 'python' } },
  nbformat: 4,
  nbformat_minor: 5,
};

/** A user opens a notebook and writes into a cell. */
export const notebooks: Journey = {
  name: 'a notebook: a warning stands in the cell, and goes when the cell is reworded',
  files: {
    'notes/pallets.ipynb': JSON.stringify(notebook, null, 1),
    'notes/bays.md': `# Bays\n\n${text}\n`,
  },
  async run({ window, look }) {
    await window.statusBar.waitForReady();
    await window.palette.openFile('notes/pallets.ipynb');
    await window.notebook.waitForCells();
    await window.problems.show();
    await window.problems.waitFor('Warning: Same text as notes/bays.md:3.');
    await window.notebook.waitForSquiggles(true);
    await look('notebook');

    await window.editor.open('notes/bays.md');
    await window.problems.waitFor('Warning: Same text as notes/pallets.ipynb (cell 2):1.');
    await window.editor.goTo(3);
    await window.palette.run('Text Twin: Go to Next Twin');
    await window.editor.waitForTab('pallets.ipynb');

    await window.notebook.replaceFirst('# Nobody has counted anything here since the spring.\n');
    await window.problems.waitForNone('Warning: ');
    await window.notebook.waitForSquiggles(false);
  },
};
