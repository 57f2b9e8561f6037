/*
 * How a search over 100 million passages behaves, from real embeddings: `node scalingSimulation.js FILE RATE`, where
 * FILE was written by `text-twin index export` and RATE is how many texts a core embeds in a second. Prints the
 * tables of docs/scaling.md.
 */
import path from 'node:path';
import { describeModel } from '../server/src/core/embeddings/modelFiles';
import { SegmentReader } from '../server/src/node/cache/segmentReader';
import { modelFolder } from '../server/src/node/encoder/modelFolder';
import {
  type Cells,
  cellsByDistance,
  countOf,
  distance,
  makeCells,
  pick,
  type Vectors,
} from './scalingCells';

/** Vectors in a cell, on average; LanceDB's default is 4,096, far more than fit the populations tried here. */
const CELL = 128;
const QUERIES = 400;
const PROBES = [1, 2, 4, 8, 16, 32];

/** What is planned for. */
const PLANNED = { passages: 100e6, cell: 4096, probes: 32, cores: 32 };

async function main(): Promise<void> {
  const [file = '', rate = ''] = process.argv.slice(2);
  const { identity, manifest, calibration } = await describeModel(
    modelFolder(path.resolve('models/encoder')),
  );
  const vectors = await readVectors(file, {
    model: identity,
    dimensions: manifest.embeddingSize,
  });
  const radius = calibration.energyAt(manifest.thresholds.balanced);
  console.log(`${countOf(vectors)} embeddings, radius ${radius.toFixed(3)} (balanced)\n`);
  console.log(
    '| vectors | cells | neighbours | recall at probes ' +
      PROBES.join(', ') +
      ' | cells that an exact search must visit |',
  );
  console.log('|---|---|---|---|---|');
  for (const share of [8, 4, 2, 1]) {
    const count = Math.floor(countOf(vectors) / share);
    console.log(measureRecall(pick(vectors, evenly(countOf(vectors), count)), radius));
  }
  console.log(`\n${planFor(nanosPerDistance(vectors), Number(rate), vectors.dimensions)}`);
}

async function readVectors(
  file: string,
  origin: Parameters<typeof SegmentReader.open>[1],
): Promise<Vectors> {
  const { reader } = await SegmentReader.open(file, origin);
  const found = await reader.read(Array.from({ length: reader.count }, (_, i) => i));
  await reader.close();
  const values = new Float32Array(found.length * origin.dimensions);
  found.forEach((vector, i) => {
    if (vector) values.set(vector, i * origin.dimensions);
  });
  return { values, dimensions: origin.dimensions };
}

/** A row of the table: what share of the true neighbours lie in the nearest cells. */
function measureRecall(vectors: Vectors, radius: number): string {
  const count = countOf(vectors);
  const cells = makeCells(vectors, Math.ceil(count / CELL));
  const cellOf = new Map(cells.members.flatMap((cell, c) => cell.map((i) => [i, c] as const)));
  const found = PROBES.map(() => 0);
  let neighbours = 0;
  let visited = 0;
  for (const query of evenly(count, QUERIES)) {
    const order = cellsByDistance(cells, vectors, query);
    const rank = new Map(order.map(({ cell }, at) => [cell, at]));
    visited += order.filter(({ cell, away }) => mayHold(cells, cell, away, radius)).length;
    for (let i = 0; i < count; i++) {
      if (i === query || distance(vectors, query, vectors, i) > radius) continue;
      neighbours++;
      const at = rank.get(cellOf.get(i) ?? -1) ?? order.length;
      PROBES.forEach((probes, p) => {
        if (at < probes) found[p] = (found[p] ?? 0) + 1;
      });
    }
  }
  const recalls = found.map((hits) => (hits / neighbours).toFixed(4)).join(', ');
  const share = (visited / QUERIES / cells.members.length) * 100;
  return `| ${count} | ${cells.members.length} | ${neighbours} | ${recalls} | ${share.toFixed(1)} % |`;
}

/** Whether a cell can hold a neighbour at all, by the triangle inequality. */
function mayHold({ radii }: Cells, cell: number, away: number, radius: number): boolean {
  return away - (radii[cell] as number) <= radius;
}

function nanosPerDistance(vectors: Vectors): number {
  const count = Math.min(countOf(vectors), 10_000);
  // Time of the processor, not of the clock: the machine may be busy with something else.
  const started = process.cpuUsage();
  let sum = 0;
  for (let query = 0; query < 200; query++) {
    for (let i = 0; i < count; i++) sum += distance(vectors, query, vectors, i);
  }
  if (!Number.isFinite(sum)) throw new Error('an embedding is not finite');
  const { user, system } = process.cpuUsage(started);
  return ((user + system) * 1e3) / (200 * count);
}

function planFor(nanos: number, rate: number, dimensions: number): string {
  const { passages, cell, probes, cores } = PLANNED;
  const cells = passages / cell;
  const perQuery = cells + probes * cell;
  const days = (seconds: number) => (seconds / 86_400 / cores).toFixed(2);
  const rows = [
    ['one distance, JavaScript, one core', `${nanos.toFixed(0)} ns`],
    ['embeddings as they are', `${((passages * 4 * dimensions) / 1e9).toFixed(0)} GB`],
    ['cells of 4,096, and distances a query', `${cells.toFixed(0)}, ${perQuery.toFixed(0)}`],
    ['a query, one core', `${((perQuery * nanos) / 1e6).toFixed(1)} ms`],
    [`embed all once, ${cores} cores`, `${days(passages / rate)} days`],
    [
      `all pairs through the cells, ${cores} cores`,
      `${days(passages * perQuery * nanos * 1e-9)} days`,
    ],
    [
      `all pairs by brute force, ${cores} cores`,
      `${days((passages ** 2 / 2) * nanos * 1e-9)} days`,
    ],
    [
      `a day's changes (1 %): embed and query, ${cores} cores`,
      `${(Number(days((passages / 100) * (1 / rate + perQuery * nanos * 1e-9))) * 24 * 60).toFixed(0)} minutes`,
    ],
  ];
  return [
    `| ${passages / 1e6} million passages | |`,
    '|---|---|',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
}

function evenly(count: number, wanted: number): number[] {
  return Array.from({ length: Math.min(count, wanted) }, (_, i) =>
    Math.floor((i * count) / Math.min(count, wanted)),
  );
}

void main();
