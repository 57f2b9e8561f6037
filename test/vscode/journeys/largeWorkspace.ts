import assert from 'node:assert/strict';
import type { Journey, Stage } from '../journey';
import { manyFiles } from './manyFiles';

const count = 2000;
/** Typing slower than this, in ms and by the median, is felt as slow by anyone. */
const sluggish = 500;
const typed = 'the quick brown fox jumps over the lazy dog while the index grows';

const reading = /loading the model|reading the workspace/;

const sentence =
  'The kitchen rota hangs beside the kettle on the second floor, so that whoever makes the tea in the morning sees ' +
  'who washes up in the evening.';
const twice = `# ${sentence}\nrota = 1\n\n# ${sentence}\nrota = 2\n\n`;

/** A user types while a large workspace is read. */
export const largeWorkspace: Journey = {
  name: `typing stays quick while ${count} files are read`,
  isAlone: true,
  files: { ...manyFiles(count), 'notes/fresh.rb': '' },
  async run(stage) {
    const { window } = stage;
    await window.editor.open('notes/fresh.rb');
    const start = performance.now();
    await window.editor.replaceAll(twice);
    await window.editor.waitForSquiggles(true);
    stage.tell(`a warning ${(performance.now() - start).toFixed(0)} ms after a text was written`);
    assert.match(await lastSaid(stage), reading, 'files are still read');
    await stage.look('indexing');
    const during = await time(stage, 'while files are read');
    const isOver = !reading.test(await lastSaid(stage));
    if (isOver) stage.tell('all were read before the last key');
    await window.statusBar.waitForReady();
    stage.tell(`read after ${((performance.now() - start) / 1000).toFixed(1)} s`);
    stage.tell((await lastSaid(stage)).split('\n')[0] ?? '');
    const after = await time(stage, 'at rest');
    stage.tell(`ratio of the medians: ${(during / after).toFixed(2)}`);
    assert.ok(during < sluggish, `a key takes ${during.toFixed(0)} ms`);
  },
};

async function lastSaid({ window }: Stage): Promise<string> {
  return (await window.statusBar.history()).at(-1) ?? '';
}

/** Types a sentence, tells how long keys took, and returns the median in ms. */
async function time({ window, tell }: Stage, when: string): Promise<number> {
  const sorted = [...(await window.timeTyping(typed))].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const figures = [0.5, 0.95, 1].map((share) => at(share).toFixed(0));
  tell(`${when}, ms per key: median ${figures[0]}, 95 % ${figures[1]}, most ${figures[2]}`);
  return at(0.5);
}
