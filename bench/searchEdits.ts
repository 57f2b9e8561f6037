import { normalise } from '../server/src/core/embeddings/words';
import { Calibration } from '../server/src/core/energies/calibration';
import { ALL_FILTERS } from '../server/src/core/filters/allFilters';
import type { PassageKind } from '../server/src/core/passages/passage';
import { createTwinFinder } from '../server/src/core/twins/createTwinFinder';
import type { Row } from './encoder';
import { atMost, quantile } from './searchFigures';
import type { Passages } from './searchPassages';

/** Passages in a document. */
const IN_DOCUMENT = 10;
const EDITS = 200;
/** Passages that the target is about; among fewer the figure stands without a verdict. */
const MANY = 100_000;
/** Energies that similarities of 0.9 and more lie within, about as in the shipped model. */
const calibration = new Calibration({ energy: [0, 0.417, 1, 2], similarity: [1, 0.917, 0.3, 0] });

/** From an edit to fresh findings through the finder, all but the encoder: its embeddings are at hand. */
export async function benchEdits({ texts, vectors, width }: Passages): Promise<Row[]> {
  const size = Math.min(MANY, texts.length);
  const idOf = new Map(texts.map((text, id) => [text, id]));
  const finder = createTwinFinder(
    {
      model: { id: 'at hand', sha256: '' },
      dimensions: width,
      encode: async (wanted) =>
        wanted.map((text, i) => {
          const id = idOf.get(normalise(text)) ?? i;
          return vectors.slice(id * width, (id + 1) * width);
        }),
      dispose: async () => {},
    },
    { energy: 'euclidean', calibration, thresholds: { strict: 0.97, balanced: 0.917, loose: 0.8 } },
  );
  const set = (document: number, passages: readonly string[]) =>
    finder.setDocument({
      uri: `file:///${document}.txt`,
      languageId: 'plaintext',
      text: passages.join('\n\n'),
      policy: {
        threshold: 0.917,
        minWords: 1,
        kinds: new Set<PassageKind>(['text']),
        scope: 'workspace',
        // Documents of numbered names would be parallel pages, and nothing would be grouped.
        disabledFilters: new Set(ALL_FILTERS.map(({ name }) => name)),
      },
    });
  const of = (document: number) =>
    texts.slice(document * IN_DOCUMENT, (document + 1) * IN_DOCUMENT);
  for (let document = 0; document < size / IN_DOCUMENT; document++) set(document, of(document));
  const started = process.cpuUsage();
  await finder.settle();
  const { user, system } = process.cpuUsage(started);
  const times: number[] = [];
  for (let edit = 0; edit < EDITS; edit++) {
    const document = Math.floor((edit * size) / IN_DOCUMENT / EDITS);
    // A passage that stands elsewhere comes in, and those below it move.
    const foreign = texts[(edit * 7919) % size] as string;
    const before = process.cpuUsage();
    set(document, [foreign, ...of(document)]);
    for (const uri of await finder.settle()) finder.findings(uri);
    const spent = process.cpuUsage(before);
    times.push((spent.user + spent.system) / 1000);
  }
  const p95 = quantile(times, 0.95);
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  return [
    {
      measure: `first settle of ${finder.stats().passages}`,
      value: (user + system) / 1e6,
      unit: 's',
    },
    { measure: 'groups found', value: finder.groups().length, unit: '' },
    { measure: 'edit to findings, p50', value: quantile(times, 0.5), unit: 'ms' },
    {
      measure: 'edit to findings, p95',
      value: p95,
      unit: 'ms',
      ...(size >= MANY && atMost(p95, 50)),
    },
    {
      measure: 'memory of the process, benchmark’s texts and vectors in it',
      value: rss / 2 ** 20,
      unit: 'MB',
    },
    { measure: '… JavaScript objects', value: heapUsed / 2 ** 20, unit: 'MB' },
    { measure: '… arrays', value: arrayBuffers / 2 ** 20, unit: 'MB' },
  ];
}
