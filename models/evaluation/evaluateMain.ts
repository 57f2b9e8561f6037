import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type LoadedModel, loadModel } from '../../server/src/core/embeddings/loadModel';
import { TfEncoder } from '../../server/src/core/embeddings/tfEncoder';
import { startBackend } from '../../server/src/node/encoder/backend';
import { modelFolder } from '../../server/src/node/encoder/modelFolder';
import { characterNgrams } from './baselines/characterNgrams';
import { potionCosine } from './baselines/potionCosine';
import { tfIdf } from './baselines/tfIdf';
import { tokenJaccard } from './baselines/tokenJaccard';
import { wordTable } from './baselines/wordTable';
import { distanceMethod, encoderMethod } from './encoderMethod';
import { type EvaluationRow, evaluate } from './evaluate';
import type { Method } from './method';
import { loadPotion } from './potion';
import { PUBLISHED } from './published';
import { findSets, type Gap, SET_COUNT } from './sets';
import { publishedTable, Table } from './table';

const ROOT = path.join(__dirname, '..');
const BATCH_SIZE = 128;
const POTION = 'potion-base-4m-int8';

const USAGE = `Usage: npm run evaluate -- [--data DIR] [--peers DIR] [--model DIR] [--json]

  --data DIR    folder with eval/*.jsonl.gz            (../shared/data)
  --peers DIR   folder with ${POTION}        (../shared/peers)
  --model DIR   the model to measure                   (models/encoder)
  --json        one JSON object instead of the table

What is missing is named and left out; the sets of the repository itself are always measured.
`;

const LEGEND = `
AUC: chance that a pair that says the same is nearer than one that does not; MRR: mean of 1 / rank of the right text.
[95 %]: bootstrap over pairs, 1,000 resamples. * the best baseline of the set; the difference is paired.
distance: of our embeddings alone, without what was substituted; MRR goes by it · Jaccard: distinct words in common
word table: mean of this model's own word vectors, cosine
TF-IDF: cosine, idf of the set's own texts · 3-5-grams: cosine of character counts · potion: potion-base-4M, Model2Vec
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '../shared/data' },
      peers: { type: 'string', default: '../shared/peers' },
      model: { type: 'string', default: path.join(ROOT, 'models', 'encoder') },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  // With --json, standard output holds that one object and nothing else.
  const print = values.json ? () => {} : (text: string) => process.stdout.write(`${text}\n`);

  const backend = await startBackend(path.join(__dirname, 'wasm'));
  const model = await loadModel(modelFolder(values.model));
  const found = findSets(values.data, path.join(ROOT, 'models', 'evaluation', 'sets'));
  const peer = await findPotion(values.peers);
  const encoder = new TfEncoder(model, BATCH_SIZE);
  const { energy } = model.manifest;
  const rivals = [wordTable(model), tokenJaccard, tfIdf, characterNgrams, ...peer.methods];
  const baselines = [distanceMethod(encoder, energy), ...rivals];
  const gaps = [...found.gaps, ...peer.gaps];

  const { id, version } = model.manifest;
  print(`${id} ${version} (${model.identity.sha256.slice(0, 12)}) on ${backend}\n`);
  for (const { reason } of gaps) process.stderr.write(`${reason}.\n`);
  const table = new Table(baselines.map(({ name }) => name));
  print(table.head());
  const rows: EvaluationRow[] = [];
  const ours = encoderMethod(encoder, energy);
  for (const set of found.sets) {
    const row = await evaluate(set, ours, baselines);
    rows.push(row);
    print(table.row(row));
  }
  print(`${LEGEND}\n${publishedTable(rows)}\n`);
  print(closingLine(rows.length, gaps));
  if (values.json) writeJson(model, backend, rows, gaps);
}

async function findPotion(
  peers: string,
): Promise<{ readonly methods: readonly Method[]; readonly gaps: readonly Gap[] }> {
  const folder = path.join(peers, POTION);
  if (existsSync(folder)) return { methods: [potionCosine(await loadPotion(folder))], gaps: [] };
  const remedy = 'peers are not in the repository; pass their folder with --peers';
  return {
    methods: [],
    gaps: [{ names: [POTION], reason: `${folder}: the folder is missing; ${remedy}` }],
  };
}

function closingLine(measured: number, gaps: readonly Gap[]): string {
  if (gaps.length === 0) return `All ${SET_COUNT} sets measured.`;
  const names = gaps.flatMap((gap) => gap.names).join(', ');
  return `${SET_COUNT - measured} of ${SET_COUNT} sets not measured. Missing: ${names}.`;
}

function writeJson(
  model: LoadedModel,
  backend: string,
  rows: readonly EvaluationRow[],
  gaps: readonly Gap[],
): void {
  const { id, version } = model.manifest;
  const report = {
    model: { id, version, sha256: model.identity.sha256, backend },
    rows,
    published: PUBLISHED,
    gaps,
    notMeasured: SET_COUNT - rows.length,
  };
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`evaluate: ${(error as Error).message}\n`);
  process.exitCode = 2;
});
